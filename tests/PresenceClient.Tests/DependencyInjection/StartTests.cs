using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>The errors that a host reports when it starts.</summary>
public sealed class StartTests
{
    private const string ClientKeys = "ApplicationId, Cloud, BaseAddress, AttemptTimeout, TotalTimeout, "
        + "SignInTimeout, MaxRetries, MaxRetryAfter, WaitWhenThrottled, MaxRequestsPer30Seconds, Credential, Loader";

    private const string Kinds =
        "ClientSecret, ClientCertificate, ManagedIdentity, WorkloadIdentity, InteractiveBrowser, DeviceCode, AzureCli "
        + "or Default";

    private const string NoSignIn =
        $"No sign-in is configured. Set Kind to {Kinds}, or register an Azure.Core.TokenCredential in the container.";

    public static TheoryData<string, string?, string> WrongValues { get; } = new()
    {
        {
            "ApplicationId", "my-app",
            "The value is not a GUID. Use the application (client) ID of the app registration."
        },
        { "ApplicationId:Value", "x", "There is a section, but a single value is required. Write one." },
        { "Cloud", "China", "The value is not known. Use Global, UsGovernmentL4 or UsGovernmentL5." },
        { "Cloud", "1", "The value is not known. Use Global, UsGovernmentL4 or UsGovernmentL5." },
        {
            "AttemptTimeout", "30",
            "The value is not a duration. Write hours:minutes:seconds, for example 00:00:30."
        },
        {
            "AttemptTimeout", "soon",
            "The value is not a duration. Write hours:minutes:seconds, for example 00:00:30."
        },
        {
            "AttemptTimeout", "00:00:00",
            "00:00:00 is out of range. Use more than zero and at most 24 days, or Timeout.InfiniteTimeSpan."
        },
        {
            "BaseAddress", "https://microsoftgraph.chinacloudapi.cn/v1.0",
            "The address is Microsoft Graph in China (operated by 21Vianet). Presence is not available in this cloud."
        },
        {
            "BaseAddress", "https://graph.microsoft.com",
            "The address has no version. Use one with a version, for example https://graph.microsoft.com/v1.0."
        },
        {
            "BaseAddress", "https://adele:hunter2@graph.microsoft.com/v1.0",
            "The address contains a user name or a password. Use one with a version, for example "
                + "https://graph.microsoft.com/v1.0."
        },
        { "BaseAddress", "https://localhost:99999999", "The value is not an address. Write an https address." },
        { "MaxRetries", "many", "The value is not a whole number. Write one, for example 4." },
        { "MaxRetries", "-1", "-1 is out of range. Use 0 for no retries, up to 10." },
        {
            "MaxRequestsPer30Seconds", "1,500",
            "The value is not a whole number. Write one, for example 1500, or none for no limit."
        },
        { "WaitWhenThrottled", "no", "The value is neither true nor false. Write one of them." },
        { "BaseAdress", "x", $"The key is not known. The keys are {ClientKeys}." },
        { "HttpClient:Timeout", "x", $"The key is not known. The keys are {ClientKeys}." },
        { "Credential", "hunter2", "There is a value, but a section is required. Its keys are Kind, TenantId, *" },
        { "Credential:Secret", "hunter2", "The key is not known. The keys are Kind, TenantId, *" },
        { "Credential:Kind", "Password", $"The value is not known. Use {Kinds}." },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void Value_Wrong_IsNamedByItsKeyWithTheCure(string key, string? value, string words)
    {
        string shownKey = key.Split(':') is [("ApplicationId" or "HttpClient") and var first, _] ? first : key;
        string fault = Container.FaultsAtStart(services =>
        {
            services.AddSingleton<TokenCredential>(new FakeCredential());
            services.AddPresenceClient(Container.Section((key, value)));
        }).Should().ContainSingle().Which;

        fault.Should().Match($"Presence:{shownKey}: {words}").And.NotContain("hunter2");
    }

    [Fact]
    public void Faults_OfAKeyedClient_AreAllListedWithItsKey()
    {
        IConfiguration root = Container.Configuration(
            ("Tenants:contoso:Cloud", "Mars"), ("Tenants:contoso:Clod", "Global"),
            ("Tenants:contoso:Credential:Kind", "ClientSecret"));

        Container.FaultsAtStart(s => s.AddKeyedPresenceClient("contoso", root.GetSection("Tenants:contoso"))
                .Services.Configure<PresenceClientOptions>("contoso", o => o.AttemptTimeout = TimeSpan.Zero))
            .Select(f => f.Split(": ")[0]).Should().BeEquivalentTo(
                "Tenants:contoso:Cloud (client 'contoso')",
                "Tenants:contoso:Clod (client 'contoso')",
                "Tenants:contoso:Credential:TenantId (client 'contoso')",
                "Tenants:contoso:Credential:ClientId (client 'contoso')",
                "Tenants:contoso:Credential:ClientSecret (client 'contoso')",
                "PresenceClientOptions.AttemptTimeout (client 'contoso')");
    }

    [Fact]
    public void OptionsInCode_Wrong_AreNamedAsInCode() => Container.FaultsAtStart(s => s.AddPresenceClient(o =>
        {
            o.Cloud = (GraphCloud)9;
        }).Services.Configure<PresenceCredentialOptions>(o =>
            (o.Kind, o.TenantId) = (PresenceCredentialKind.ManagedIdentity, "contoso.com"))).Should().Equal(
            "PresenceClientOptions.Cloud: 9 is not a cloud. Use Global, UsGovernmentL4 or UsGovernmentL5.",
            "PresenceCredentialOptions.TenantId: TenantId cannot be combined with ManagedIdentity. Remove it.");

    [Fact]
    public void HandlersInTheOptions_AreRefusedForTheFactorys()
    {
        using var client = new HttpClient();
        using var handler = new HttpClientHandler();

        Container.FaultsAtStart(s => s.AddSingleton<TokenCredential>(new FakeCredential())
                .AddPresenceClient(o => o.HttpClient = client)).Should().ContainSingle()
            .Which.Should().Match("PresenceClientOptions.HttpClient: *ConfigurePrimaryHttpMessageHandler*");
        Container.FaultsAtStart(s => s.AddSingleton<TokenCredential>(new FakeCredential())
                .AddPresenceClient(o => o.HttpMessageHandler = handler)).Should().ContainSingle()
            .Which.Should().Match("PresenceClientOptions.HttpMessageHandler: *ConfigurePrimaryHttpMessageHandler*");
    }

    [Theory]
    [InlineData("Presence", "Presence: The section is missing or empty. Write it, or register the client without one.")]
    [InlineData("Blank", "Blank: The section is missing or empty. Write it, or register the client without one.")]
    [InlineData("Text", "Text: There is a value, but a section is required. Write the options as its keys.")]
    [InlineData(null, "The configuration of the presence client: The section is missing or empty. *")]
    public void Section_WithoutKeys_IsSaid(string? name, string words)
    {
        IConfiguration root = Container.Configuration(("Text", "x"), ("Blank", ""));
        IConfiguration section = name is null ? Container.Configuration() : root.GetSection(name);

        Container.FaultsAtStart(s => s.AddSingleton<TokenCredential>(new FakeCredential()).AddPresenceClient(section))
            .Should().ContainSingle().Which.Should().Match(words);
    }

    [Fact]
    public void Section_WithoutKeys_HidesNoOtherFault() => Container.FaultsAtStart(s =>
            s.AddPresenceClient(Container.Section()).Services.Configure<PresenceClientOptions>(o => o.MaxRetries = -1))
        .Select(f => f.Split(": ")[0]).Should().Equal(
            "Presence", "PresenceClientOptions.MaxRetries", "Presence:Credential:Kind");

    [Fact]
    public void Sections_Several_AFaultIsReportedForTheLastThatHasTheOptionOrItsPart()
    {
        IConfiguration root = Container.Configuration(
            ("A:MaxRetries", "11"), ("A:Credential:TenantId", "contoso.com"),
            ("B:MaxRetries", "11"), ("B:credential:KIND", "ClientSecret"),
            ("C:Cloud", "Global"));

        Container.FaultsAtStart(s => s.AddPresenceClient(root.GetSection("A")).Services
                .AddPresenceClient(root.GetSection("B")).Services.AddPresenceClient(root.GetSection("C")))
            .Select(f => f.Split(": ")[0]).Should().Equal(
                "B:MaxRetries", "B:Credential:ClientId", "B:Credential:ClientSecret");
        Container.FaultsAtStart(s => s.AddPresenceClient(Container.Configuration(("MaxRetries", "1")))
                .Services.AddPresenceClient(root.GetSection("C")))
            .Should().Equal($"C:Credential:Kind: {NoSignIn}");
    }

    [Fact]
    public void NoCredential_Anywhere_IsSaidWithBothCures()
    {
        Container.FaultsAtStart(s => s.AddPresenceClient()).Should()
            .Equal($"PresenceCredentialOptions.Kind: {NoSignIn}");
        Container.FaultsAtStart(s => s.AddKeyedPresenceClient("contoso", Container.Section(("Cloud", "Global"))))
            .Should().Equal($"Presence:Credential:Kind (client 'contoso'): {NoSignIn}");
    }

    [Theory]
    [InlineData("Credential:Kind")]
    [InlineData("credential:KIND")]
    public void Kind_Unknown_IsReportedOnce(string key) =>
        Container.FaultsAtStart(s => s.AddPresenceClient(Container.Section((key, "Password"))))
            .Should().Equal($"Presence:Credential:Kind: The value is not known. Use {Kinds}.");

    [Fact]
    public void Faults_OfSectionOptionsLoaderCredentialAndContainer_AreReportedTogetherAndEachOnce()
    {
        IConfiguration section = Container.Section(
            ("Clod", "Global"), ("attempttimeout", "5"), ("TotalTimeout", "00:00:10"), ("MaxRetries", "11"),
            ("Loader:Capacity", "0"), ("Loader:MaxAge", "soon"),
            ("Credential:Kind", "ClientSecret"), ("Credential:TenantId", "common"), ("Credential:Secret", "hunter2"));

        Container.FaultsAtStart(s =>
        {
            s.AddPresenceClient(section);
            s.AddPresenceClient(section);
            s.Configure<PresenceClientOptions>(o => o.ApplicationId = "my-app");
        }).Select(f => f.Split(": ")[0]).Should().BeEquivalentTo(
            "Presence:Clod",
            "Presence:AttemptTimeout",
            "Presence:Loader:MaxAge",
            "Presence:Credential:Secret",
            "PresenceClientOptions.ApplicationId",
            "Presence:MaxRetries",
            "Presence:Loader:Capacity",
            "Presence:Credential:TenantId",
            "Presence:Credential:ClientId",
            "Presence:Credential:ClientSecret");
    }

    [Theory]
    [InlineData("Credential", "hunter2", "Presence:Credential")]
    [InlineData("CREDENTIAL", "hunter2", "Presence:CREDENTIAL")]
    [InlineData("Loader", "hunter2", "Presence:Loader")]
    [InlineData("Credential:TenantId:Value", "x", "Presence:Credential:TenantId")]
    public void Part_Unread_IsNotReportedAsMissingToo(string key, string value, string place) =>
        Container.FaultsAtStart(s => s.AddPresenceClient(Container.Section(
            [(key, value), .. key.Equals("Credential", StringComparison.OrdinalIgnoreCase) ? [] : SignIn(key)])))
            .Select(f => f.Split(": ")[0]).Should().Equal(place);

    [Fact]
    public void TwoClients_WithMistakes_AreBothReported()
    {
        using ServiceProvider provider = Container.Build(s =>
        {
            s.AddPresenceClient(Container.Section(("Clod", "Global"), ("Credential:Kind", "AzureCli")));
            s.AddKeyedPresenceClient("contoso", o => o.MaxRetries = -1);
        });

        provider.GetRequiredService<IStartupValidator>().Invoking(v => v.Validate()).Should()
            .Throw<AggregateException>().Which.InnerExceptions.Should().AllBeOfType<OptionsValidationException>()
            .Which.SelectMany(e => e.Failures).Select(f => f.Split(": ")[0]).Should().Equal(
                "Presence:Clod",
                "PresenceClientOptions.MaxRetries (client 'contoso')",
                "PresenceCredentialOptions.Kind (client 'contoso')");
    }

    [Fact]
    public void OptionsOfAnotherName_AreNoClients()
    {
        using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.AddPresenceClient();
            s.Configure<PresenceClientOptions>("other", o => o.MaxRetries = -1);
        });

        provider.OptionsOf("other").MaxRetries.Should().Be(-1);
    }

    [Fact]
    public async Task Host_WithAMistake_DoesNotStart()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddPresenceClient(Container.Section(("Clod", "Global")));
        using IHost host = builder.Build();

        await host.Awaiting(h => h.StartAsync(Test.Token)).Should().ThrowAsync<OptionsValidationException>()
            .WithMessage("*Presence:Clod*");
    }

    [Fact]
    public void Client_WithoutAHost_IsRefusedWhenItIsAskedFor()
    {
        using ServiceProvider provider = Container.Build(s => s.AddPresenceClient());

        provider.Invoking(p => p.GetRequiredService<PresenceServiceClient>()).Should()
            .Throw<OptionsValidationException>().WithMessage("*No sign-in is configured*");
    }

    [Fact]
    public void Start_WithoutMistakes_MakesNoCredential()
    {
        using ServiceProvider provider = Container.Build(s => s
            .AddSingleton<TokenCredential>(_ => throw new InvalidOperationException("Too early.")).AddPresenceClient());

        provider.GetRequiredService<IStartupValidator>().Invoking(v => v.Validate()).Should().NotThrow();
    }

    [Fact]
    public void Validators_WithoutMistakes_Succeed()
    {
        using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.AddPresenceClient();
            s.AddPresenceWatch();
        });

        provider.GetServices<IValidateOptions<PresenceClientOptions>>()
            .Select(v => v.Validate(Options.DefaultName, provider.OptionsOf())).Should()
            .OnlyContain(r => r.Succeeded).And.HaveCount(1);
        provider.GetServices<IValidateOptions<PresenceWatchOptions>>()
            .Select(v => v.Validate(Options.DefaultName, new PresenceWatchOptions())).Should()
            .OnlyContain(r => r.Succeeded).And.HaveCount(1);
    }

    private static (string Key, string? Value)[] SignIn(string except) =>
    [
        .. new (string Key, string? Value)[]
        {
            ("Credential:Kind", "ClientSecret"), ("Credential:TenantId", "contoso.com"),
            ("Credential:ClientId", Samples.ApplicationId), ("Credential:ClientSecret", "x"),
        }.Where(pair => !except.StartsWith(pair.Key, StringComparison.Ordinal)),
    ];
}
