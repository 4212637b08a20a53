using Azure.Core;

namespace PresenceClient.Tests.Support;

/// <summary>Returns the tokens token-1, token-2, … and records each request for one.</summary>
internal sealed class FakeCredential : TokenCredential
{
    public List<TokenRequestContext> Asked { get; } = [];

    /// <summary>Runs before a token is returned: a failure or a wait.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Makes the token with this number.</summary>
    public Func<int, AccessToken> Token { get; set; } =
        static number => new AccessToken($"token-{number}", DateTimeOffset.MaxValue);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The client signs in asynchronously.");

    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        int number;
        lock (Asked)
        {
            Asked.Add(requestContext);
            number = Asked.Count;
        }

        await Before(cancellationToken);
        return Token(number);
    }
}
