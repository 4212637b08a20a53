using Azure.Core;
using Azure.Identity;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;

namespace PresenceClient.Http;

/// <summary>
/// Signs requests to one host in, by Kiota's provider (continuous access evaluation included). The clocks of the
/// attempt and of the call stand still meanwhile.
/// </summary>
internal sealed class CredentialAuthentication(TokenCredential credential, GraphEndpoint endpoint)
    : IAuthenticationProvider
{
    private readonly AzureIdentityAuthenticationProvider _provider =
        new(credential, [endpoint.BaseAddress.Host], null, isCaeEnabled: true, endpoint.Scope);

    public async Task AuthenticateRequestAsync(
        RequestInformation request,
        Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default)
    {
        AttemptLimit? limit = request.GetRequestOption<AttemptLimit>();
        limit?.Pause();
        try
        {
            await _provider.AuthenticateRequestAsync(request, additionalAuthenticationContext, cancellationToken)
                .ConfigureAwait(false);
            limit?.Restart();
        }
        catch (Exception e) when (e is not (AuthenticationFailedException or OperationCanceledException))
        {
            // A credential of the host's own can throw anything; all of it means that there is no token.
            throw new AuthenticationFailedException("The credential gave no token:", e);
        }
    }
}
