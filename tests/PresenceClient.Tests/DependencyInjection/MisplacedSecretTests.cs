using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>
/// A secret that was pasted into the wrong place appears in no message: messages contain only the key.
/// </summary>
public sealed class MisplacedSecretTests
{
    private static readonly string[] Secrets =
    [
        "hunter2", "abC8Q~hunter2.x-y_z", "hunter2=", "hunter2:hunter2", "https://hunter2", "https://hunter2:99999999",
        "http://adele:hunter2@login.example", "https://login.example/hunter2", "https://login.example?hunter2",
        "00:hunter2:00", "4 hunter2", "{hunter2}", "/hunter2\0", "hunter2\r\nhunter2", " hunter2 ",
    ];

    private static readonly string[] Keys =
    [
        .. Names(typeof(PresenceClientOptions)),
        .. Names(typeof(PresenceCredentialOptions)).Select(n => $"Credential:{n}"),
        .. Names(typeof(PresenceLoaderOptions)).Select(n => $"Loader:{n}"),
        "Credential", "Loader", "Cloud:Name", "Credential:ClientSecret:Value", "Clod", "Credential:Password",
    ];

    public static TheoryData<string, PresenceCredentialKind> Places { get; } =
        new MatrixTheoryData<string, PresenceCredentialKind>(Keys, Enum.GetValues<PresenceCredentialKind>());

    [Theory]
    [MemberData(nameof(Places))]
    public void Section_WithASecretInAnyKey_IsValidatedWithoutIt(string key, PresenceCredentialKind kind)
    {
        foreach (string secret in Secrets)
        {
            var values = new Dictionary<string, string?> { ["Credential:Kind"] = kind.ToString(), [key] = secret };
            using ServiceProvider provider = Container.Build(s => s.AddPresenceClient(
                Container.Section([.. values.Select(v => (v.Key, v.Value))])));

            Said(provider.GetRequiredService<IStartupValidator>().Validate).Should().NotContain("hunter2");
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Options_WithASecret_AreValidatedWithoutIt(string secret)
    {
        Uri? address = Uri.TryCreate(secret, UriKind.RelativeOrAbsolute, out Uri? uri) ? uri : null;
        var id = new PresenceClientOptions { ApplicationId = secret };
        var host = new PresenceClientOptions { BaseAddress = address };

        Said(() => new PresenceServiceClient(new FakeCredential(), id).Dispose()).Should().NotContain("hunter2");
        Said(() => new PresenceServiceClient(new FakeCredential(), host).Dispose()).Should().NotContain("hunter2");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void OptionsOfTheOtherPackages_WithASecret_AreValidatedWithoutIt(string secret)
    {
        Uri? address = Uri.TryCreate(secret, UriKind.RelativeOrAbsolute, out Uri? uri) ? uri : null;
        using ServiceProvider provider = Container.BuildSignedIn(services =>
        {
            services.AddPresenceClient();
            services.AddPresenceWatch().ShareThroughRedis(o => o.Key = secret);
            services.AddPresenceWatch().AddNotifications(o =>
            {
                (o.NotificationUrl, o.OpenIdConfigurationAddress) = (address, address!);
                (o.TenantId, o.ApplicationId, o.ClientState) = (secret, secret, secret);
            });
        });

        Said(provider.GetRequiredService<IStartupValidator>().Validate).Should().NotContain("hunter2")
            .And.Contain("TenantId");
    }

    public static TheoryData<string> Texts() => new(Secrets);

    private static IEnumerable<string> Names(Type type) =>
        type.GetProperties().Where(p => p.CanWrite).Select(p => p.Name);

    // Any exception can be logged with everything that it contains.
    private static string Said(Action validate)
    {
        try
        {
            validate();
            return "";
        }
        catch (Exception e) when (e is OptionsValidationException or ArgumentException or AggregateException)
        {
            return e.ToString();
        }
    }
}
