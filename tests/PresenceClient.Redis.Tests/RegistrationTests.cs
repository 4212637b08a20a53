using System.Reflection;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PresenceClient.Emulator;
using PresenceClient.Redis.Tests.Support;
using PresenceClient.Tests.Support;
using StackExchange.Redis;

namespace PresenceClient.Redis.Tests;

/// <summary>How a host registers a shared watch, and which mistakes it hears of when it starts.</summary>
public sealed class RegistrationTests
{
    private const string Tenant = "11111111-2222-4333-8444-555555555555";

    [Fact]
    public void Options_Wrong_AreReportedTogether()
    {
        string[] faults = FaultsAtStart(services => services.AddPresenceWatch().ShareThroughRedis(static o =>
        {
            o.Lease = TimeSpan.FromMilliseconds(5);
            o.OnRedisLost = (RedisLost)7;
            o.Key = "a b";
            o.FollowerPaceShare = 1;
        }));

        faults.Should().HaveCount(5);
        faults.Should().ContainSingle(static f =>
            f.Contains("PresenceSharingOptions.Connection: There is no connection"));
        faults.Should().ContainSingle(static f => f.Contains("00:00:00.0050000 is out of range"));
        faults.Should().ContainSingle(static f => f.Contains("7 is not defined"));
        faults.Should().ContainSingle(static f => f.Contains("Key: The value is not valid"));
        faults.Should().ContainSingle(static f => f.Contains("1 is out of range"));
    }

    [Fact]
    public void Options_OfAKeyedWatch_NameTheWatch() =>
        FaultsAtStart(services => services.AddKeyedPresenceWatch("contoso").ShareThroughRedis(static o =>
            {
                o.Connection = static _ => null!;
                o.Key = "";
            }), key: "contoso")
            .Should().ContainSingle().Which.Should().StartWith("PresenceSharingOptions.Key (watch 'contoso'): ");

    [Theory]
    [InlineData(PresenceCredentialKind.InteractiveBrowser, "signs in a person")]
    [InlineData(PresenceCredentialKind.DeviceCode, "signs in a person")]
    [InlineData(PresenceCredentialKind.AzureCli, "can sign in a person")]
    [InlineData(PresenceCredentialKind.Default, "can sign in a person")]
    [InlineData(PresenceCredentialKind.ManagedIdentity, "are not in its options")]
    public void Key_ForACredentialThatCanBeAPersons_MustBeSet(PresenceCredentialKind kind, string reason)
    {
        string[] faults = FaultsAtStart(services =>
        {
            services.Configure<PresenceCredentialOptions>(o => (o.Kind, o.ClientId) = (
                kind, kind is PresenceCredentialKind.AzureCli ? null : Tenant));
            services.AddPresenceWatch().ShareThroughRedis(static o => o.Connection = static _ => null!);
        }, isSignedIn: false);

        faults.Should().ContainSingle().Which.Should().Contain(reason).And.Contain("Set a key");
    }

    [Fact]
    public void Key_ForACredentialOfTheContainer_MustBeSet() =>
        FaultsAtStart(services =>
        {
            services.AddPresenceWatch().ShareThroughRedis(static o => o.Connection = static _ => null!);
        }).Should().ContainSingle().Which.Should().Contain("comes from the container");

    [Fact]
    public void Client_Missing_IsReportedWhenTheHostStarts() =>
        FaultsAtStart(
            static services => services.AddPresenceWatch().ShareThroughRedis(
                static o => (o.Key, o.Connection) = ("a", static _ => null!)),
            client: false)
            .Should().ContainSingle().Which.Should().Contain("Call AddPresenceClient too");

    [Fact]
    public void Key_OfAnApplication_IsItsCloudTenantAndId()
    {
        using ServiceProvider provider = Build(services =>
        {
            services.Configure<PresenceCredentialOptions>(static o =>
            {
                o.Kind = PresenceCredentialKind.ClientSecret;
                (o.TenantId, o.ClientId, o.ClientSecret) = (Tenant, Tenant, "secret");
            });
            services.AddPresenceWatch().ShareThroughRedis(static o => o.Connection = static _ => null!);
        }, isSignedIn: false);

        SharingScope.Find(provider, key: null, out _).Should().Be($"graph.microsoft.com:{Tenant}:{Tenant}");
        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    [Fact]
    public void Share_BuilderWithoutAWatch_SaysWhatToCall() =>
        FluentActions.Invoking(() => new ServiceCollection().AddOptions<PresenceWatchOptions>().ShareThroughRedis())
            .Should().Throw<InvalidOperationException>().WithMessage("*AddPresenceWatch*");

    [Fact]
    public async Task Watches_OfTwoTenants_AreShared()
    {
        await using PresenceEmulator contoso = await PresenceEmulator.StartAsync(static o => o.Users = 3, Test.Token);
        await using PresenceEmulator fabrikam = await PresenceEmulator.StartAsync(
            static o => (o.Users, o.Seed) = (2, 9), Test.Token);
        await using ConnectionMultiplexer redis =
            await ConnectionMultiplexer.ConnectAsync(RedisServer.Shared.EndPoint.ToString());
        await using ServiceProvider provider = Build(services =>
        {
            services.AddSingleton<IConnectionMultiplexer>(redis);
            foreach ((string key, PresenceEmulator tenant) in new[] { ("contoso", contoso), ("fabrikam", fabrikam) })
            {
                services.AddKeyedSingleton<TokenCredential>(key, tenant.CreateCredential());
                services.AddKeyedPresenceClient(key, static _ => { })
                    .ConfigurePrimaryHttpMessageHandler(tenant.CreateHandler);
                services.AddKeyedPresenceWatch(key).ShareThroughRedis(o => o.Key = $"{key}-{Guid.NewGuid():N}");
            }
        }, client: false);
        PresenceWatch one = provider.GetRequiredKeyedService<PresenceWatch>("contoso");
        PresenceWatch other = provider.GetRequiredKeyedService<PresenceWatch>("fabrikam");
        one.Users.Add(contoso.Users.Select(static user => user.Id));
        other.Users.Add(fabrikam.Users.Select(static user => user.Id));

        await one.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        await other.WaitUntilCurrentAsync(Test.Token).BoundedAsync();

        provider.GetRequiredKeyedService<PresenceSharing>("contoso").Status.Role.Should()
            .Be(PresenceSharingRole.Leader);
        provider.GetRequiredKeyedService<PresenceSharing>("fabrikam").Should()
            .NotBeSameAs(provider.GetRequiredKeyedService<PresenceSharing>("contoso"));
        redis.IsConnected.Should().BeTrue("the connection is the host's");
    }

    [Fact]
    public void PublicApi_OfStackExchangeRedis_IsOnlyTheConnection() =>
        typeof(PresenceSharing).Assembly.GetExportedTypes()
            .SelectMany(static type => type.GetMembers())
            .SelectMany(TypesOf).SelectMany(Flatten).Distinct()
            .Where(static type => type.Namespace?.StartsWith("StackExchange", StringComparison.Ordinal) == true)
            .Should().Equal(typeof(IConnectionMultiplexer));

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(static p => p.ParameterType)],
        ConstructorInfo constructor => constructor.GetParameters().Select(static p => p.ParameterType),
        _ => [],
    };

    private static IEnumerable<Type> Flatten(Type type) =>
        [type, .. type.GenericTypeArguments.SelectMany(Flatten)];

    private static string[] FaultsAtStart(
        Action<IServiceCollection> register, bool client = true, string? key = null, bool isSignedIn = true)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        Register(builder.Services, register, client, key, isSignedIn);
        using IHost host = builder.Build();
        return [.. FluentActions.Invoking(host.Start)
            .Should().ThrowExactly<OptionsValidationException>().Which.Failures];
    }

    private static ServiceProvider Build(
        Action<IServiceCollection> register, bool client = true, string? key = null, bool isSignedIn = true)
    {
        var services = new ServiceCollection();
        Register(services, register, client, key, isSignedIn);
        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static void Register(
        IServiceCollection services, Action<IServiceCollection> register, bool client, string? key, bool isSignedIn)
    {
        if (client && key is null)
        {
            services.AddPresenceClient();
            if (isSignedIn)
            {
                services.AddSingleton<TokenCredential>(new Credential());
            }
        }
        else if (client)
        {
            services.AddKeyedSingleton<TokenCredential>(key, new Credential());
            services.AddKeyedPresenceClient(key!);
        }

        register(services);
    }

    private sealed class Credential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
