using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.DependencyInjection;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    private const string Key = "contoso";

    private static readonly Dictionary<string, (string? Key, Func<IServiceCollection, IHttpClientBuilder> Add)>
        Overloads = new()
        {
            ["default"] = (null, s => s.AddPresenceClient()),
            ["default, code"] = (null, s => s.AddPresenceClient(Set)),
            ["default, section"] = (null, s => s.AddPresenceClient(
                Container.Section(("ApplicationId", Samples.ApplicationId)))),
            ["keyed"] = (Key, s => s.AddKeyedPresenceClient(Key)),
            ["keyed, code"] = (Key, s => s.AddKeyedPresenceClient(Key, Set)),
            ["keyed, section"] = (Key, s => s.AddKeyedPresenceClient(
                Key, Container.Section(("ApplicationId", Samples.ApplicationId)))),
        };

    public static TheoryData<string> OverloadNames { get; } = new(Overloads.Keys);

    [Theory]
    [MemberData(nameof(OverloadNames))]
    public async Task Overload_Each_GivesASingletonThatSendsThroughItsBuilder(string overload)
    {
        (string? key, Func<IServiceCollection, IHttpClientBuilder> add) = Overloads[overload];
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        await using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.Configure<PresenceClientOptions>(key ?? "", Set);
            add(s).ConfigurePrimaryHttpMessageHandler(() => graph);
        });

        (await provider.ReadAsync(key)).Id.Should().Be(Samples.Adele);

        graph.Request.Headers["Authorization"].Should().Be("Bearer token-1");
        using IServiceScope scope = provider.CreateScope();
        scope.ServiceProvider.GetRequiredKeyedService<PresenceServiceClient>(key).Should()
            .BeSameAs(provider.GetRequiredKeyedService<PresenceServiceClient>(key));
        provider.OptionsOf(key ?? "").ApplicationId.Should().Be(Samples.ApplicationId);
    }

    [Theory]
    [MemberData(nameof(OverloadNames))]
    public void Overload_Twice_DoublesNothing(string overload)
    {
        (string? key, Func<IServiceCollection, IHttpClientBuilder> add) = Overloads[overload];
        var services = new ServiceCollection();
        string name = add(services).Name;
        int before = services.Count;

        add(services).Name.Should().Be(name);

        // The framework's AddHttpClient adds a validator of its own each time.
        services.Skip(before).Select(s => s.ServiceType.GenericTypeArguments.SingleOrDefault(s.ServiceType).Name)
            .Except(
            [
                nameof(PresenceClientOptions), nameof(PresenceCredentialOptions), nameof(PresenceLoaderOptions),
                nameof(ClientSection), "StartupValidatorOptions",
            ])
            .Should().BeEmpty("only what it configures is added");
        services.Count(s => s.ServiceType == typeof(PresenceServiceClient) && Equals(s.ServiceKey, key)).Should().Be(1);
    }

    [Fact]
    public async Task AddAgain_AfterTheHostsHandlers_LeavesThem()
    {
        int passed = 0;
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        await using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.AddPresenceClient().ConfigurePrimaryHttpMessageHandler(() => graph)
                .AddHttpMessageHandler(() => new CountingHandler(() => passed++));
            s.AddPresenceClient(o => o.Cloud = GraphCloud.UsGovernmentL4);
        });

        await provider.ReadAsync();

        passed.Should().Be(1);
        graph.Request.Url.Should().StartWith("https://graph.microsoft.us/", "later configuration adds to earlier");
    }

    [Fact]
    public void Keys_Several_AreClientsOfTheirOwn()
    {
        using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.AddPresenceClient();
            s.AddKeyedPresenceClient(Key, o => o.Cloud = GraphCloud.UsGovernmentL5);
            s.AddKeyedPresenceClient("fabrikam");
        });

        new[] { null, Key, "fabrikam" }.Select(provider.GetRequiredKeyedService<PresenceServiceClient>).Distinct()
            .Should().HaveCount(3);
        provider.OptionsOf(Key).Cloud.Should().Be(GraphCloud.UsGovernmentL5);
        provider.OptionsOf("fabrikam").Cloud.Should().Be(GraphCloud.Global);
    }

    [Fact]
    public void ClientOfTheHosts_Registered_Stays()
    {
        using var own = new PresenceServiceClient(new FakeCredential());
        using ServiceProvider provider = Container.Build(s =>
        {
            s.AddSingleton(own);
            s.AddPresenceClient();
        });

        provider.GetRequiredService<PresenceServiceClient>().Should().BeSameAs(own);
    }

    [Fact]
    public void TimeProvider_OfTheContainer_IsTakenUnlessOneIsSet()
    {
        var container = new FakeTimeProvider();
        var own = new FakeTimeProvider();
        using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.AddSingleton<TimeProvider>(container);
            s.AddPresenceClient();
            s.AddKeyedPresenceClient("after", o => o.TimeProvider = own);
            s.Configure<PresenceClientOptions>("before", o => o.TimeProvider = own);
            s.AddKeyedPresenceClient("before");
        });

        provider.OptionsOf().TimeProvider.Should().BeSameAs(container);
        provider.OptionsOf("after").TimeProvider.Should().BeSameAs(own);
        provider.OptionsOf("before").TimeProvider.Should().BeSameAs(own);
    }

    [Fact]
    public void TimeProvider_NoneInTheContainer_IsTheSystems()
    {
        using ServiceProvider provider = Container.BuildSignedIn(s => s.AddPresenceClient());

        provider.OptionsOf().TimeProvider.Should().BeSameAs(TimeProvider.System);
    }

    [Fact]
    public void LoggerFactory_OfTheContainer_IsTakenUnlessOneIsSet()
    {
        using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.AddLogging();
            s.AddPresenceClient();
            s.AddKeyedPresenceClient("after", o => o.LoggerFactory = NullLoggerFactory.Instance);
            s.Configure<PresenceClientOptions>("before", o => o.LoggerFactory = NullLoggerFactory.Instance);
            s.AddKeyedPresenceClient("before");
        });

        provider.OptionsOf().LoggerFactory.Should().BeSameAs(provider.GetRequiredService<ILoggerFactory>());
        provider.OptionsOf("after").LoggerFactory.Should().BeSameAs(NullLoggerFactory.Instance);
        provider.OptionsOf("before").LoggerFactory.Should().BeSameAs(NullLoggerFactory.Instance);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Key_NullOrBlank_IsRefused(string? key) =>
        Invoking(() => new ServiceCollection().AddKeyedPresenceClient(key!)).Should().Throw<ArgumentException>()
            .WithParameterName(nameof(key));

    [Fact]
    public void Arguments_Null_AreRefused()
    {
        Invoking(() => default(IServiceCollection)!.AddPresenceClient()).Should().Throw<ArgumentNullException>()
            .WithParameterName("services");
        Invoking(() => new ServiceCollection().AddPresenceClient((Action<PresenceClientOptions>)null!)).Should()
            .Throw<ArgumentNullException>().WithParameterName("configure");
        Invoking(() => new ServiceCollection().AddPresenceClient(
            (Microsoft.Extensions.Configuration.IConfiguration)null!)).Should().Throw<ArgumentNullException>()
            .WithParameterName("section");
    }

    private static void Set(PresenceClientOptions options) => options.ApplicationId = Samples.ApplicationId;
}
