using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using PresenceClient.Emulator;

namespace PresenceClient.TestSupport;

/// <summary>Clients of Microsoft's SDK that reach an emulator over loopback HTTP.</summary>
internal static class SdkConnections
{
    /// <summary>Makes a client. The SDK sends the token only to hosts that are listed, so the emulator's is.</summary>
    public static GraphServiceClient ConnectSdk(this PresenceEmulator emulator, TokenCredential credential)
    {
        var authentication = new AzureIdentityAuthenticationProvider(
            credential, [emulator.BaseAddress.Host], isCaeEnabled: true);
        return new GraphServiceClient(authentication, emulator.BaseAddress.AbsoluteUri);
    }
}
