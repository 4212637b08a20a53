using System.Reflection;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

public sealed class RequestTests
{
    [Fact]
    public void Table_HoldsEveryOperation() => OperationCalls.All.Select(call => call.Name).Should()
        .Equal(CalledOperations.All.Select(operation => operation.Name));

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EveryOperation_Sends_ItsMethodUrlAndBody(string operation)
    {
        OperationCall call = OperationCalls.Named(operation);
        using var graph = new FakeGraph(call.Success);

        await graph.SendAsync(operation);

        graph.Request.Method.Should().Be(call.Method);
        Uri.UnescapeDataString(graph.Request.Url).Should().Be(Samples.Root + Uri.UnescapeDataString(call.Url));
        new Uri(graph.Request.Url).AbsolutePath.Should().Be("/v1.0" + call.Url.Split('?')[0]);
        if (call.Body is null)
        {
            graph.Request.Body.Should().BeNull();
        }
        else
        {
            graph.Request.Body.Should().BeJson(call.Body);
        }
    }

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EveryOperation_Sends_TheseHeadersAndNoOthers(string operation)
    {
        OperationCall call = OperationCalls.Named(operation);
        using var graph = new FakeGraph(call.Success);

        await graph.SendAsync(operation);

        IReadOnlyDictionary<string, string> headers = graph.Request.Headers;
        string[] ofCall = call.Body is not null ? ["Content-Type"]
            : operation == "groups.members.list" ? ["ConsistencyLevel"]
            : [];
        headers.Keys.Should().BeEquivalentTo(
            ["Accept", "Authorization", "client-request-id", "User-Agent", .. ofCall]);
        headers["Accept"].Should().Be("application/json");
        headers["Authorization"].Should().Be("Bearer token-1");
        headers["User-Agent"].Should().Be($"PresenceClient/{Version()}");
        Guid.TryParseExact(headers["client-request-id"], "D", out _).Should().BeTrue();
        if (call.Body is not null)
        {
            headers["Content-Type"].Should().Be("application/json");
        }
    }

    [Fact]
    public async Task TwoRequests_HaveDifferentClientRequestIds()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()), Answers.Json(Samples.Presence()));

        await graph.SendAsync(OperationCalls.Any);
        await graph.SendAsync(OperationCalls.Any);

        graph.Requests.Select(request => request.Headers["client-request-id"]).Should().OnlyHaveUniqueItems();
    }

    private static string Version() => typeof(PresenceServiceClient).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
