using System.Net;
using System.Text;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Security;

/// <summary>The token goes only to the configured host, whatever address an answer names.</summary>
public sealed class RedirectTests
{
    public static TheoryData<int> Statuses { get; } = new(300, 301, 302, 303, 307, 308);

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Redirect_OfOwnHandler_IsNotFollowed(int status)
    {
        var secrets = new Secrets();
        await using var elsewhere = new LoopbackServer(Found());
        await using var server = new LoopbackServer(Redirect(status, elsewhere));
        using PresenceServiceClient client = ClientOf(server, null);

        IReadOnlyList<Exception> thrown = await secrets.CallAllAsync(client);

        thrown.Should().HaveCount(secrets.Calls.Count).And
            .OnlyContain(e => e.ToString().Contains("Redirects are not followed"));
        server.Heads.Should().HaveCount(secrets.Calls.Count);
        elsewhere.Heads.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Redirect_FollowedByTheCallersClient_GoesWithoutTheTokenAndIsNotBelieved(int status)
    {
        var secrets = new Secrets();
        await using var elsewhere = new LoopbackServer(Found());
        await using var server = new LoopbackServer(Redirect(status, elsewhere));
        using var following = new HttpClient();
        using PresenceServiceClient client = ClientOf(server, following);

        IReadOnlyList<Exception> thrown = await secrets.CallAllAsync(client);

        thrown.Should().HaveCount(secrets.Calls.Count).And.OnlyContain(e => e.ToString().Contains("another host"));
        server.Heads.Should().OnlyContain(head => head.Contains("Bearer token-"));
        elsewhere.Heads.Should().NotBeEmpty().And
            .NotContain(head => head.Contains("Authorization", StringComparison.OrdinalIgnoreCase));
    }

    private static PresenceServiceClient ClientOf(LoopbackServer server, HttpClient? http) => new(
        new FakeCredential(),
        new PresenceClientOptions
        {
            ApplicationId = Samples.ApplicationId,
            BaseAddress = server.BaseAddress,
            HttpClient = http,
            MaxRetries = 0,
        });

    private static byte[] Found()
    {
        string body = Samples.Presence();
        return Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
            + $"Connection: close\r\n\r\n{body}");
    }

    private static byte[] Redirect(int status, LoopbackServer to) => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 {status} {(HttpStatusCode)status}\r\nLocation: {to.BaseAddress}/me/presence\r\n"
        + "Connection: close\r\nContent-Length: 0\r\n\r\n");
}
