using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Microsoft.Extensions.Options;
using PresenceClient;
using PresenceClient.Emulator;

namespace PresenceService.Hosting;

/// <summary>
/// Lets change notifications feed the watch of a tenant whose section in <c>Notifications</c> has a <c>Url</c>. Without
/// a section, the watch polls.
/// </summary>
internal static class TenantNotifications
{
    public static void AddTenantNotifications(
        this OptionsBuilder<PresenceWatchOptions> watch, IConfigurationSection section, PresenceEmulator? emulator)
    {
        if (!section.Exists())
        {
            return;
        }

        PresenceNotificationsBuilder notifications = watch.AddNotifications(options =>
        {
            options.NotificationUrl = section.GetValue<Uri>("Url");
            options.TenantId = section["TenantId"] ?? emulator?.TenantId;
            options.ApplicationId = section["ApplicationId"] ?? emulator?.Application.ClientId;
            options.ClientState = section["ClientState"];
            if (emulator is not null)
            {
                options.OpenIdConfigurationAddress = emulator.OpenIdConfigurationAddress;
            }

            // In an array, since the sections of a configuration have no order: the first certificate encrypts.
            foreach (IConfigurationSection certificate in section.GetSection("Certificates").GetChildren())
            {
                options.Certificates.Add(certificate["Id"] ?? certificate.Key, Load(certificate));
            }
        });
        foreach (IConfigurationSection watcher in section.GetSection("Watchers").GetChildren())
        {
            watch.Services.AddKeyedPresenceClient(watcher.Key, watcher);
            notifications.AddWatcher(watcher.Key);
            if (emulator is not null)
            {
                watch.Services.UseEmulator(watcher.Key, emulator);
            }
        }
    }

    /// <summary>Maps <c>/hooks/{tenant}</c> for each tenant with notifications.</summary>
    public static void MapTenantNotifications(this WebApplication app)
    {
        foreach (IConfigurationSection tenant in app.Configuration.GetSection("Notifications").GetChildren())
        {
            app.MapKeyedPresenceNotifications($"/hooks/{tenant.Key}", tenant.Key);
        }
    }

    private static X509Certificate2 Load(IConfigurationSection section)
    {
        string file = section["File"] ?? "";
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, section["Password"]);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new OptionsValidationException(
                section.Path,
                typeof(PresenceNotificationOptions),
                [
                    $"{section.Path}:File: '{file}' can't be loaded. It must be a PKCS#12 file with a private key. "
                        + e.Message,
                ]);
        }
    }

    // A watcher is a person. Each is another of the emulated people who can sign in.
    private static void UseEmulator(this IServiceCollection services, string watcher, PresenceEmulator emulator)
    {
        int number = services.Count(service => service.ServiceType == typeof(TokenCredential));
        EmulatedUser[] people = [.. emulator.Users.Where(user => user.AccountEnabled)];
        services.Configure<PresenceClientOptions>(watcher, options => options.BaseAddress = emulator.BaseAddress);
        services.AddKeyedSingleton(watcher, emulator.SignIn(people[number % people.Length], "Presence.Read.All"));
    }
}
