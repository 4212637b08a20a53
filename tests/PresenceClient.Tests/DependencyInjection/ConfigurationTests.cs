using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using PresenceClient.DependencyInjection;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>The options that a section of the configuration sets.</summary>
public sealed class ConfigurationTests
{
    private static readonly Type[] NotForAFile =
        [typeof(HttpClient), typeof(HttpMessageHandler), typeof(ILoggerFactory), typeof(TimeProvider)];

    [Fact]
    public void Section_WithEveryKey_SetsTheOptions()
    {
        (PresenceClientOptions options, PresenceCredentialOptions credential) = Read(
            ("ApplicationId", Samples.ApplicationId),
            ("cloud", "usGovernmentl4"),
            ("BaseAddress", "https://proxy.example/v1.0"),
            ("AttemptTimeout", "00:01:30"),
            ("TotalTimeout", "00:05:00"),
            ("MaxRetries", "1"),
            ("WaitWhenThrottled", "FALSE"),
            ("MaxRequestsPer30Seconds", "None"),
            ("Credential:Kind", "clientsecret"),
            ("Credential:TenantId", "contoso.com"),
            ("Credential:AuthorityHost", "https://login.example"));

        options.Should().BeEquivalentTo(new
        {
            Samples.ApplicationId,
            Cloud = GraphCloud.UsGovernmentL4,
            BaseAddress = new Uri("https://proxy.example/v1.0"),
            AttemptTimeout = TimeSpan.FromSeconds(90),
            TotalTimeout = TimeSpan.FromMinutes(5),
            MaxRetries = 1,
            WaitWhenThrottled = false,
            MaxRequestsPer30Seconds = (int?)null,
        });
        credential.Should().BeEquivalentTo(new
        {
            Kind = PresenceCredentialKind.ClientSecret,
            TenantId = "contoso.com",
            AuthorityHost = new Uri("https://login.example"),
        });
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Section_InAnyCulture_IsReadTheSame(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            (PresenceClientOptions options, PresenceCredentialOptions credential) =
                Read(("ATTEMPTTIMEOUT", "00:00:01.5"), ("credential:kind", "MANAGEDIDENTITY"));

            options.AttemptTimeout.Should().Be(TimeSpan.FromSeconds(1.5));
            credential.Kind.Should().Be(PresenceCredentialKind.ManagedIdentity);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Section_EndlessTimeAndNulls_AreTheirDefaultsAndNone() =>
        Read(("TotalTimeout", "-00:00:00.001"), ("ApplicationId", null)).Client.Should().BeEquivalentTo(new
        {
            TotalTimeout = Timeout.InfiniteTimeSpan,
            ApplicationId = (string?)null,
        });

    [Fact]
    public void Configuration_Later_AddsToEarlier()
    {
        using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.AddPresenceClient(Container.Section(("Cloud", "UsGovernmentL4"), ("Credential:TenantId", "contoso.com")));
            s.AddPresenceClient(o => (o.ApplicationId, o.Cloud) = (Samples.ApplicationId, GraphCloud.Global));
            s.AddPresenceClient(Container.Section(
                ("Cloud", "UsGovernmentL5"), ("Credential:ClientId", Samples.ApplicationId)));
        });

        provider.OptionsOf().Should().BeEquivalentTo(new
        {
            Samples.ApplicationId,
            Cloud = GraphCloud.UsGovernmentL5,
        });
        provider.OptionsOf<PresenceCredentialOptions>(null).Should().BeEquivalentTo(
            new { TenantId = "contoso.com", ClientId = Samples.ApplicationId });
    }

    [Fact]
    public void ApplicationId_NotSet_IsTheCredentialsClientId()
    {
        Read(("Credential:ClientId", Samples.ApplicationId)).Client.ApplicationId.Should().Be(Samples.ApplicationId);
        Read(("Credential:ClientId", Samples.ApplicationId), ("ApplicationId", Samples.Alex)).Client.ApplicationId
            .Should().Be(Samples.Alex);
    }

    [Fact]
    public void Keys_AreTheOptionsThatAFileCanHold() => ConfigurationKeys.NamesIn("").Should()
        .BeEquivalentTo(SettableBut(typeof(PresenceClientOptions), NotForAFile).Append("Credential").Append("Loader"));

    [Fact]
    public void KeysOfTheLoader_AreAllItsOptions() => ConfigurationKeys.NamesIn("Loader").Should()
        .BeEquivalentTo(SettableBut(typeof(PresenceLoaderOptions)));

    [Fact]
    public void KeysOfTheCredential_AreAllItsOptions() => ConfigurationKeys.NamesIn("Credential").Should()
        .BeEquivalentTo(SettableBut(typeof(PresenceCredentialOptions)));

    [Fact]
    public void Section_UsedForAllOptions_IsReadOnce()
    {
        var section = new CountingConfiguration(Container.Section(
            ("Cloud", "UsGovernmentL4"), ("Credential:Kind", "AzureCli"), ("Loader:Capacity", "7")));
        using ServiceProvider provider = Container.Build(s => s.AddPresenceClient(section));

        provider.GetRequiredService<IStartupValidator>().Validate();
        provider.GetRequiredService<PresenceServiceClient>().Should().NotBeNull();
        provider.GetRequiredService<PresenceLoader>().Should().NotBeNull();

        provider.OptionsOf<PresenceLoaderOptions>(null).Capacity.Should().Be(7);
        section.Reads.Should().Be(1);
    }

    [Fact]
    public void KeysOfTheCredential_Each_SetTheirOption()
    {
        foreach (string key in ConfigurationKeys.NamesIn("Credential"))
        {
            PropertyInfo property = typeof(PresenceCredentialOptions).GetProperty(key)!;
            string text = property.Name switch
            {
                "Kind" => "AzureCli",
                "CertificateStoreLocation" => "LocalMachine",
                _ => "https://text.example/",
            };

            PresenceCredentialOptions read = Read(($"Credential:{key}", text)).Credential;

            property.GetValue(read)!.ToString().Should().Be(text);
            typeof(PresenceCredentialOptions).GetProperties().Where(p => p.GetValue(read) is not null).Should()
                .Equal(property);
        }
    }

    // With a credential in the container, the credential options are not validated.
    private static (PresenceClientOptions Client, PresenceCredentialOptions Credential) Read(
        params (string Key, string? Value)[] values)
    {
        using ServiceProvider provider =
            Container.BuildSignedIn(s => s.AddPresenceClient(Container.Section(values)));
        return (provider.OptionsOf(), provider.OptionsOf<PresenceCredentialOptions>(null));
    }

    private static IEnumerable<string> SettableBut(Type type, params Type[] others) => type.GetProperties()
        .Where(p => p.CanWrite && !others.Contains(p.PropertyType)).Select(p => p.Name);

    /// <summary>A section that counts how often its keys are listed.</summary>
    private sealed class CountingConfiguration(IConfiguration section) : IConfiguration
    {
        public int Reads { get; private set; }

        public string? this[string key]
        {
            get => section[key];
            set => section[key] = value;
        }

        public IEnumerable<IConfigurationSection> GetChildren()
        {
            Reads++;
            return section.GetChildren();
        }

        public IChangeToken GetReloadToken() => section.GetReloadToken();

        public IConfigurationSection GetSection(string key) => section.GetSection(key);
    }
}
