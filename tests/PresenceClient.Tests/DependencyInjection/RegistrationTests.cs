using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
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
    public async Task Overload_Twice_IsOneClientThatSendsOnce(string overload)
    {
        (string? key, Func<IServiceCollection, IHttpClientBuilder> add) = Overloads[overload];
        int passed = 0;
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        await using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            string name = add(s).Name;
            add(s).AddHttpMessageHandler(() => new CountingHandler(() => passed++))
                .ConfigurePrimaryHttpMessageHandler(() => graph).Name.Should().Be(name);
        });

        await provider.ReadAsync(key);

        graph.Requests.Should().ContainSingle();
        passed.Should().Be(1);
        (key is null ? provider.GetServices<PresenceServiceClient>()
            : provider.GetKeyedServices<PresenceServiceClient>(key)).Should().ContainSingle();
        (key is null ? provider.GetServices<PresenceLoader>()
            : provider.GetKeyedServices<PresenceLoader>(key)).Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(OverloadNames))]
    public void Overload_Twice_ReportsEachFaultOnce(string overload)
    {
        (string? key, Func<IServiceCollection, IHttpClientBuilder> add) = Overloads[overload];

        Container.FaultsAtStart(s =>
        {
            s.Configure<PresenceClientOptions>(key ?? "", o => o.MaxRetries = -1);
            s.Configure<PresenceLoaderOptions>(key ?? "", o => o.Capacity = 0);
            s.Configure<PresenceCredentialOptions>(key ?? "", o => o.ClientSecret = "s3cret");
            add(s);
            add(s);
        }).Should().OnlyHaveUniqueItems().And.Contain(fault => fault.Contains("MaxRetries"))
            .And.Contain(fault => fault.Contains("Capacity")).And.Contain(fault => fault.Contains("ClientSecret"));
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
