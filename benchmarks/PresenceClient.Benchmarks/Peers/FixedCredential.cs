using Azure.Core;

namespace PresenceClient.Benchmarks.Peers;

/// <summary>A credential without cost, the same for all clients.</summary>
internal sealed class FixedCredential(string token) : TokenCredential
{
    private readonly AccessToken _token = new(token, DateTimeOffset.MaxValue);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        _token;

    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken) => new(_token);
}
