using Azure.Core;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>A token goes into a header as it is, so a token that would break the header is not sent.</summary>
public sealed class TokenTextTests
{
    public static TheoryData<string?, string> Broken { get; } = new()
    {
        { null, "an empty token" },
        { "", "an empty token" },
        { " ", "U+0020 at index 0" },
        { "secret token", "U+0020 at index 6" },
        { " secret", "U+0020 at index 0" },
        { "secret\n", "U+000A at index 6" },
        { "secret\r\nX-Injected: 1\r\n\r\nGET / HTTP/1.1", "U+000D at index 6" },
        { "secret\t", "U+0009 at index 6" },
        { "secret\0", "U+0000 at index 6" },
        { "secret\u007f", "U+007F at index 6" },
        { "\u001b[31msecret", "U+001B at index 0" },
        { "s\u00e9cret", "U+00E9 at index 1" },
        { "secret\u2028", "U+2028 at index 6" },
        { "\ufeffsecret", "U+FEFF at index 0" },
        { "secret\ud83d\ude00", "U+D83D at index 6" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task TokenThatIsNone_IsAnAuthenticationFailureUnsent(string? token, string words)
    {
        await using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        var credential = new FakeCredential
        {
            Token = _ => token is null ? default : new AccessToken(token, DateTimeOffset.MaxValue),
        };
        using var client = new PresenceServiceClient(credential, new() { BaseAddress = server.BaseAddress });

        PresenceAuthenticationException failure = (await client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token))
            .Should().ThrowAsync<PresenceAuthenticationException>()).Which;

        failure.Message.Should().Contain(words).And.EndWith(string.IsNullOrEmpty(token)
            ? "A token has at least one character. Check the configuration of the credential."
            : "A token has only visible ASCII characters. Remove line breaks and blanks from the credential's source.");
        failure.ToString().Should().NotContain("secret").And.NotContain("Injected");
        server.Heads.Should().BeEmpty();
    }

    [Fact]
    public async Task TokenOfEveryVisibleCharacter_IsSentAsItIs()
    {
        string token = string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c));
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        graph.Credential.Token = _ => new AccessToken(token, DateTimeOffset.MaxValue);

        await graph.SendAsync(OperationCalls.Any);

        graph.Request.Headers["Authorization"].Should().Be($"Bearer {token}");
    }

    [Fact]
    public async Task TokenThatIsNone_IsNotKept()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        graph.Credential.Token = number =>
            new AccessToken(number == 1 ? "" : $"token-{number}", DateTimeOffset.MaxValue);
        await graph.FailAsync();

        await graph.SendAsync(OperationCalls.Any);

        graph.Request.Headers["Authorization"].Should().Be("Bearer token-2");
    }
}
