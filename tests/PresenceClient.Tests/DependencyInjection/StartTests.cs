using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>What a host is told when it starts.</summary>
public sealed class StartTests
{
    private const string ClientKeys = "ApplicationId, Cloud, BaseAddress, AttemptTimeout, TotalTimeout, "
        + "SignInTimeout, MaxRetries, MaxRetryAfter, WaitWhenThrottled, MaxRequestsPer30Seconds, Credential, Loader";

    private const string Kinds =
        "ClientSecret, ClientCertificate, ManagedIdentity, WorkloadIdentity, InteractiveBrowser, DeviceCode, AzureCli, "
        + "Default";

    public static TheoryData<string, string?, string> WrongValues { get; } = new()
    {
        { "ApplicationId", "my-app", "a text of 6 characters is not a GUID of 36 characters. Set the client id of "
            + "the app registration." },
        { "ApplicationId:Value", "x", "a section stands where a value belongs." },
        { "Cloud", "China", "'China' is none of Global, UsGovernmentL4, UsGovernmentL5." },
        { "Cloud", "1", "'1' is none of Global, UsGovernmentL4, UsGovernmentL5." },
        { "AttemptTimeout", "30", "'30' is no duration; write hours:minutes:seconds, such as 00:00:30." },
        { "AttemptTimeout", "soon", "'soon' is no duration; write hours:minutes:seconds, such as 00:00:30." },
        {
            "AttemptTimeout", "00:00:00",
            "00:00:00 is out of range; give more than zero and at most 24 days, or Timeout.InfiniteTimeSpan."
        },
        {
            "BaseAddress", "https://microsoftgraph.chinacloudapi.cn/v1.0",
            "https://microsoftgraph.chinacloudapi.cn/v1.0 is Microsoft Graph in China (operated by 21Vianet), which "
                + "has no presence; there is no cure."
        },
        {
            "BaseAddress", "https://graph.microsoft.com",
            "https://graph.microsoft.com/ lacks the version; give one such as https://graph.microsoft.com/v1.0."
        },
        {
            "BaseAddress", "https://adele:hunter2@graph.microsoft.com/v1.0",
            "https://graph.microsoft.com/v1.0 holds a user name or a password; give one such as "
                + "https://graph.microsoft.com/v1.0."
        },
        { "MaxRetries", "many", "'many' is no whole number; write one, such as 4." },
        { "MaxRetries", "-1", "-1 is out of range; give 0 for no retry, up to 10." },
        {
            "MaxRequestsPer30Seconds", "1,500",
            "'1,500' is no whole number; write one, such as 1500, or none for no limit."
        },
        { "WaitWhenThrottled", "no", "'no' is neither true nor false." },
        { "BaseAdress", "x", $"the key is not known; the keys here are {ClientKeys}." },
        { "HttpClient:Timeout", "x", $"the key is not known; the keys here are {ClientKeys}." },
        { "Credential", "hunter2", "a value stands where a section belongs; its keys are *" },
        { "Credential:Secret", "hunter2", "the key is not known; the keys here are Kind, TenantId, *" },
        { "Credential:Kind", "Password", $"'Password' is none of {Kinds}." },
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
            o.Credential = new() { Kind = PresenceCredentialKind.ManagedIdentity, TenantId = "contoso.com" };
        })).Should().Equal(
            "PresenceClientOptions.Cloud: 9 is no cloud with presence; the values are Global, UsGovernmentL4, "
                + "UsGovernmentL5.",
            "PresenceClientOptions.Credential.TenantId: a value is set that does not go with ManagedIdentity; remove "
                + "it.");

    [Fact]
    public void HandlersInTheOptions_AreRefusedForTheFactorys()
    {
        using HttpClient client = new();
        using HttpClientHandler handler = new();

        Container.FaultsAtStart(s => s.AddSingleton<TokenCredential>(new FakeCredential())
                .AddPresenceClient(o => o.HttpClient = client)).Should().ContainSingle()
            .Which.Should().Match("PresenceClientOptions.HttpClient: *ConfigurePrimaryHttpMessageHandler*");
        Container.FaultsAtStart(s => s.AddSingleton<TokenCredential>(new FakeCredential())
                .AddPresenceClient(o => o.HttpMessageHandler = handler)).Should().ContainSingle()
            .Which.Should().Match("PresenceClientOptions.HttpMessageHandler: *ConfigurePrimaryHttpMessageHandler*");
    }

    [Theory]
    [InlineData("Presence", "Presence: the section is missing or empty; write it, or register the client without one.")]
    [InlineData("Text", "Text: a value stands where a section belongs.")]
    [InlineData(null, "The configuration given to the presence client is empty; give it the client's section.")]
    public void Section_WithoutKeys_IsSaid(string? name, string words)
    {
        IConfiguration root = Container.Configuration(("Text", "x"));
        IConfiguration section = name is null ? Container.Configuration() : root.GetSection(name);

        Container.FaultsAtStart(s => s.AddSingleton<TokenCredential>(new FakeCredential()).AddPresenceClient(section))
            .Should().Equal(words);
    }

    [Fact]
    public void NoCredential_Anywhere_IsSaidWithBothCures()
    {
        string cures = "nothing says how to sign in; register an Azure.Core.TokenCredential in the container, or set "
            + $"Credential with a Kind ({Kinds}).";

        Container.FaultsAtStart(s => s.AddPresenceClient()).Should()
            .Equal($"PresenceClientOptions.Credential: {cures}");
        Container.FaultsAtStart(s => s.AddKeyedPresenceClient("contoso", Container.Section(("Cloud", "Global"))))
            .Should().Equal($"Presence:Credential (client 'contoso'): {cures}");
    }

    [Fact]
    public void Kind_Unknown_IsToldOnce() =>
        Container.FaultsAtStart(s => s.AddPresenceClient(Container.Section(("Credential:Kind", "Password"))))
            .Should().Equal($"Presence:Credential:Kind: 'Password' is none of {Kinds}.");

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
            .Throw<OptionsValidationException>().WithMessage("*Credential*");
    }

    [Fact]
    public void Start_WithoutMistakes_MakesNoCredential()
    {
        using ServiceProvider provider = Container.Build(s => s
            .AddSingleton<TokenCredential>(_ => throw new InvalidOperationException("Too early.")).AddPresenceClient());

        provider.GetRequiredService<IStartupValidator>().Invoking(v => v.Validate()).Should().NotThrow();
    }
}
