using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using PresenceClient.Emulator;

namespace PresenceClient.TestSupport;

/// <summary>Connections to an emulator that a test started: as some application, or with a wrong secret.</summary>
internal static class Connections
{
    public static Func<Target, CancellationToken, Task<Organization>> As(
        PresenceEmulator emulator, EmulatedApplication app, int retries = 3) =>
        (_, _) => Task.FromResult(
            new Organization("test", emulator.CreateCredential(app), Options(emulator, app, retries)));

    /// <summary>A connection as a person.</summary>
    public static Func<Target, CancellationToken, Task<Organization>> AsPerson(
        PresenceEmulator emulator, EmulatedUser user, params string[] scopes) =>
        (_, _) => Task.FromResult(
            new Organization("test", emulator.SignIn(user, scopes), Options(emulator, emulator.Application)));

    public static Func<Target, CancellationToken, Task<Organization>> WithWrongSecret(
        PresenceEmulator emulator, HttpMessageHandler signIn) => (_, _) =>
        {
            var options = new ClientSecretCredentialOptions
            {
                AuthorityHost = new Uri("https://login.emulator.invalid/"),
                DisableInstanceDiscovery = true,
                Transport = new HttpClientTransport(signIn),
            };
            var credential = new ClientSecretCredential(
                emulator.TenantId, emulator.Application.ClientId, "wrong", options);
            return Task.FromResult(new Organization("test", credential, Options(emulator, emulator.Application)));
        };

    /// <summary>A connection to whatever is at an address.</summary>
    public static Func<Target, CancellationToken, Task<Organization>> To(string address, int retries = 3)
    {
        TokenCredential credential = DelegatedTokenCredential.Create(
            static (_, _) => new AccessToken("token", DateTimeOffset.MaxValue));
        var options = new PresenceClientOptions { BaseAddress = new Uri(address), MaxRetries = retries };
        return (_, _) => Task.FromResult(new Organization("test", credential, options));
    }

    private static PresenceClientOptions Options(
        PresenceEmulator emulator, EmulatedApplication app, int retries = 3) => new()
        {
            BaseAddress = emulator.BaseAddress,
            ApplicationId = app.ClientId,
            MaxRetries = retries,
        };
}
