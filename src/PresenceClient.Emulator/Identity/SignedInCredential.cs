using Azure.Core;

namespace PresenceClient.Emulator.Identity;

/// <summary>
/// The credential of a user who is signed in. Whatever is requested, the token has the scopes of the sign-in.
/// </summary>
internal sealed class SignedInCredential(
    TokenIssuer issuer, EmulatedApplication application, EmulatedUser user, string[] scopes) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return issuer.ForUser(application, user, scopes);
    }

    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
