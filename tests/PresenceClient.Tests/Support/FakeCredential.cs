using Azure.Core;

namespace PresenceClient.Tests.Support;

/// <summary>Gives the tokens token-1, token-2, … and remembers what each was asked for.</summary>
internal sealed class FakeCredential : TokenCredential
{
    public List<TokenRequestContext> Asked { get; } = [];

    /// <summary>What comes before a token is given: a failure or a wait.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Makes the token of a number.</summary>
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
