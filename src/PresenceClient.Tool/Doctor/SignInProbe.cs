using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using PresenceClient.Http;

namespace PresenceClient.Tool;

/// <summary>Signs in, without a request to Graph.</summary>
internal static class SignInProbe
{
    /// <summary>Returns the token.</summary>
    /// <exception cref="PresenceAuthenticationException">Signing in failed.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "A credential can throw anything.")]
    public static async Task<string> GetTokenAsync(TokenCredential credential, CancellationToken stop)
    {
        string scope = GraphEndpoint.Create(address: null, GraphCloud.Global).Scope;
        try
        {
            AccessToken token = await credential.GetTokenAsync(
                new TokenRequestContext([scope], isCaeEnabled: true), stop);
            return token.Token;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            throw new PresenceAuthenticationException($"Signing in failed: {SignInFailure.Reason(e)}", e);
        }
    }
}
