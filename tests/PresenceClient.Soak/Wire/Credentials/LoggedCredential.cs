using Azure.Core;

namespace PresenceClient.Soak.Wire.Credentials;

/// <summary>Records when another credential signs in, and whether it fails.</summary>
internal sealed class LoggedCredential(TokenCredential credential, SignInLog log) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        credential.GetToken(requestContext, cancellationToken);

    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        int number = log.Begin();
        bool failed = true;
        try
        {
            AccessToken token = await credential.GetTokenAsync(requestContext, cancellationToken);
            failed = false;
            return token;
        }
        finally
        {
            log.End(number, failed);
        }
    }
}
