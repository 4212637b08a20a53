using Azure.Core;

namespace PresenceClient.Tests.Support;

/// <summary>Gives the tokens token-1, token-2, … and remembers what each was asked for.</summary>
internal sealed class FakeCredential : TokenCredential
{
    public List<TokenRequestContext> Asked { get; } = [];

    /// <summary>What comes before a token is given: a failure or a wait.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = static _ => Task.CompletedTask;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The client signs in asynchronously.");

    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Asked.Add(requestContext);
        await Before(cancellationToken);
        return new AccessToken($"token-{Asked.Count}", DateTimeOffset.MaxValue);
    }
}
