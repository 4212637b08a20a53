using System.Text;
using PresenceClient.Tests.Diagnostics;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Security;

/// <summary>Activities and measurements of this package and of .NET contain no user and no token.</summary>
[Collection(nameof(Listening))]
public sealed class TelemetryTests
{
    [Theory]
    [InlineData("200 OK")]
    [InlineData("403 Forbidden")]
    [InlineData("429 Too Many Requests")]
    [InlineData("302 Found")]
    public async Task EveryKindOfCall_TellsOfNoUser(string status)
    {
        var secrets = new Secrets();
        await using var server = new LoopbackServer(Answer(status, secrets));
        using var client = new PresenceServiceClient(new FakeCredential(), new PresenceClientOptions
        {
            ApplicationId = Samples.ApplicationId,
            BaseAddress = server.BaseAddress,
            MaxRetries = 0,
            // A request waits after an answer 429 to an earlier one.
            TimeProvider = new WaitClock(DateTimeOffset.UtcNow) { Jumps = true },
        });
        using var traced = new EverythingTraced();

        await secrets.CallAllAsync(client);

        server.Heads.Should().Contain(head => secrets.IsIn(head));
        traced.Told.Should().Contain(line => line.StartsWith("PresenceClient: users.presence.get")).And
            .Contain(line => line.StartsWith("System.Net.Http: http.client.request.duration"));
        traced.Told.Where(secrets.IsIn).Should().BeEmpty();
    }

    [Fact]
    public async Task HandlerOfTheCallers_MakesItsOwnActivities()
    {
        var secrets = new Secrets();
        await using var server = new LoopbackServer(Answer("200 OK", secrets));
        using var handler = new SocketsHttpHandler();
        using var client = new PresenceServiceClient(new FakeCredential(), new PresenceClientOptions
        {
            BaseAddress = server.BaseAddress,
            HttpMessageHandler = handler,
        });
        using var traced = new EverythingTraced();

        await client.Users[secrets.Id].GetPresenceAsync(Test.Token);

        traced.Told.Where(secrets.IsIn).Should().NotBeEmpty(".NET's activities hold the address")
            .And.OnlyContain(line => line.StartsWith("System.Net.Http: "));
    }

    private static byte[] Answer(string status, Secrets secrets)
    {
        string body = status == "200 OK"
            ? $$"""{ "value": [], {{secrets.Presence.TrimStart()[1..]}}"""
            : Samples.Error("SomeCode", $"No {secrets.Name}, no {secrets.Id}.");
        return Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n"
            + $"Location: http://127.0.0.1:1/v1.0/users/{secrets.Id}\r\nConnection: close\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n{body}");
    }
}
