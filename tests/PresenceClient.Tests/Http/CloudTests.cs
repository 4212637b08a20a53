using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Http;

public sealed class CloudTests
{
    public static TheoryData<string, GraphCloud> LocationsInUsClouds { get; } =
        new MatrixTheoryData<string, GraphCloud>(
        OperationCalls.All.Select(call => call.Name).Where(IsLocation),
        [GraphCloud.UsGovernmentL4, GraphCloud.UsGovernmentL5]);

    [Theory]
    [InlineData(GraphCloud.Global, "https://graph.microsoft.com/")]
    [InlineData(GraphCloud.UsGovernmentL4, "https://graph.microsoft.us/")]
    [InlineData(GraphCloud.UsGovernmentL5, "https://dod-graph.microsoft.us/")]
    public async Task Cloud_SetsHostAndScope(GraphCloud cloud, string host)
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        graph.Options.Cloud = cloud;

        await graph.Client.Me.GetPresenceAsync(Test.Token);

        graph.Request.Url.Should().Be($"{host}v1.0/me/presence");
        graph.Credential.Asked.Should().ContainSingle().Which.Scopes.Should().Equal($"{host}.default");
    }

    [Theory]
    [InlineData("https://graph.microsoft.us/v1.0", GraphCloud.Global, "https://graph.microsoft.us/.default")]
    [InlineData("https://DOD-graph.microsoft.us/v1.0", GraphCloud.Global, "https://dod-graph.microsoft.us/.default")]
    [InlineData("https://graph.microsoft.com/v1.0", GraphCloud.UsGovernmentL4, "https://graph.microsoft.com/.default")]
    [InlineData("https://proxy.example/g/v1.0", GraphCloud.UsGovernmentL5, "https://dod-graph.microsoft.us/.default")]
    [InlineData("http://[::1]:5080/v1.0", GraphCloud.Global, "https://graph.microsoft.com/.default")]
    [InlineData("http://127.0.0.1:5080/v1.0", GraphCloud.Global, "https://graph.microsoft.com/.default")]
    [InlineData("http://localhost:5080/v1.0", GraphCloud.Global, "https://graph.microsoft.com/.default")]
    public async Task AddressOfAKnownCloud_Wins(string address, GraphCloud cloud, string scope)
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        graph.Options.BaseAddress = new Uri(address);
        graph.Options.Cloud = cloud;

        await graph.Client.Me.GetPresenceAsync(Test.Token);

        graph.Request.Url.Should().Be(new Uri($"{address}/me/presence").AbsoluteUri);
        graph.Request.Headers["Authorization"].Should().Be("Bearer token-1");
        graph.Credential.Asked.Should().ContainSingle().Which.Scopes.Should().Equal(scope);
    }

    [Theory]
    [MemberData(nameof(LocationsInUsClouds))]
    public async Task WorkLocation_UsCloud_IsNotSupported(string operation, GraphCloud cloud)
    {
        using var graph = new FakeGraph();
        graph.Options.Cloud = cloud;

        (await Awaiting(() => graph.SendAsync(operation)).Should().ThrowExactlyAsync<NotSupportedException>())
            .Which.Message.Should().Contain(operation).And.Contain(cloud.ToString());
        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public void WorkLocation_UsCloud_ThrowsFromTheCall()
    {
        using var graph = new FakeGraph();
        graph.Options.Cloud = GraphCloud.UsGovernmentL5;

        Invoking(() => { _ = graph.Client.Me.WorkLocation.ClearAsync(Test.Token); }).Should()
            .ThrowExactly<NotSupportedException>();
    }

    [Fact]
    public async Task OtherOperations_UsCloud_AreSent()
    {
        foreach (OperationCall call in OperationCalls.All.Where(c => !IsLocation(c.Name)))
        {
            using var graph = new FakeGraph(call.Success);
            graph.Options.Cloud = GraphCloud.UsGovernmentL4;

            await graph.SendAsync(call.Name);

            graph.Request.Url.Should().StartWith("https://graph.microsoft.us/v1.0/");
        }
    }

    private static bool IsLocation(string operation) => operation.EndsWith("Location", StringComparison.Ordinal);
}
