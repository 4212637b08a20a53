using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>A watch that a host registers.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task AddPresenceWatch_IsASingletonWithItsOptions()
    {
        using var service = new FakeGraph(Answers.Presences);
        await using ServiceProvider provider = Container.BuildSignedIn(services =>
        {
            Connect(services.AddPresenceClient(), service);
            services.AddPresenceWatch(o => o.Interval = TimeSpan.FromSeconds(7));
        });
        PresenceWatch watch = provider.GetRequiredService<PresenceWatch>();
        watch.Users.Add(Samples.Adele);

        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();

        provider.GetRequiredService<PresenceWatch>().Should().BeSameAs(watch);
        watch.Status.Interval.Should().Be(TimeSpan.FromSeconds(7));
        service.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task AddKeyedPresenceWatch_PollsThroughTheClientOfItsKey()
    {
        using var contoso = new FakeGraph(Answers.Presences);
        using var fabrikam = new FakeGraph(Answers.Presences);
        await using ServiceProvider provider = Container.BuildSignedIn(services =>
        {
            Connect(services.AddKeyedPresenceClient("contoso"), contoso);
            Connect(services.AddKeyedPresenceClient("fabrikam"), fabrikam);
            services.AddKeyedPresenceWatch("contoso").Configure(o => o.Interval = TimeSpan.FromSeconds(7));
            services.AddKeyedPresenceWatch("fabrikam", o => o.Interval = TimeSpan.FromSeconds(8));
        });
        PresenceWatch watch = provider.GetRequiredKeyedService<PresenceWatch>("fabrikam");
        watch.Users.Add(Samples.Adele);

        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();

        (contoso.Requests.Count, fabrikam.Requests.Count).Should().Be((0, 1));
        watch.Status.Interval.Should().Be(TimeSpan.FromSeconds(8));
        provider.GetRequiredKeyedService<PresenceWatch>("contoso").Status.Interval.Should()
            .Be(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Host_ThatStops_EndsTheReadersOfItsWatch()
    {
        using var service = new FakeGraph(Answers.Presences);
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<TokenCredential>(new FakeCredential());
        Connect(builder.Services.AddPresenceClient(), service);
        builder.Services.AddPresenceWatch();
        builder.Services.AddPresenceWatch(o => o.Polling = PresenceWatchPolling.Always);
        using IHost host = builder.Build();
        await host.StartAsync(Test.Token);
        PresenceWatch watch = host.Services.GetRequiredService<PresenceWatch>();
        watch.Users.Add(Samples.Adele);

        Task<List<PresenceChange>> reading = watch.ReadChangesAsync(Test.Token).ToListAsync(Test.Token).AsTask();
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        await host.StopAsync(Test.Token).BoundedAsync();

        (await reading.BoundedAsync()).Should().HaveCountLessThanOrEqualTo(1);
        service.Running.Should().Be(0);
        service.Requests.Should().ContainSingle("the second registration adds options, not a second watch");
    }

    [Fact]
    public async Task Container_DisposedSynchronously_EndsTheReaders()
    {
        using var service = new FakeGraph(Answers.Presences);
        ServiceProvider provider = Container.BuildSignedIn(services =>
        {
            Connect(services.AddPresenceClient(), service);
            services.AddPresenceWatch();
        });
        PresenceWatch watch = provider.GetRequiredService<PresenceWatch>();
        watch.Users.Add(Samples.Adele);
        Task<List<PresenceChange>> reading = watch.ReadChangesAsync(Test.Token).ToListAsync(Test.Token).AsTask();
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();

        ((IDisposable)provider).Dispose();

        (await reading.BoundedAsync()).Should().HaveCountLessThanOrEqualTo(1);
    }

    [Fact]
    public void Options_NotValid_AreAllReportedWhenTheHostStarts()
    {
        Container.FaultsAtStart(services =>
        {
            services.AddSingleton<TokenCredential>(new FakeCredential());
            services.AddKeyedPresenceClient("contoso");
            services.AddKeyedPresenceWatch("contoso", o =>
            {
                o.Interval = TimeSpan.Zero;
                o.MaxInterval = TimeSpan.FromDays(2);
                o.MaxConcurrency = 65;
                o.PaceShare = double.NaN;
                o.OnRefusal = (PresenceWatchRefusal)7;
                o.Polling = (PresenceWatchPolling)(-1);
            });
        }).Should().Equal(
            "PresenceWatchOptions.Interval (watch 'contoso'): 00:00:00 is out of range. Use more than zero and at most "
                + "1 day.",
            "PresenceWatchOptions.MaxInterval (watch 'contoso'): 2.00:00:00 is out of range. Use at least Interval "
                + "(00:00:00) and at most 1 day, or null for the default.",
            "PresenceWatchOptions.MaxConcurrency (watch 'contoso'): 65 is out of range. Use 1 to 64.",
            "PresenceWatchOptions.PaceShare (watch 'contoso'): NaN is out of range. Use more than 0 and at most 1, for "
                + "example 0.5.",
            "PresenceWatchOptions.OnRefusal (watch 'contoso'): 7 is not defined. Use one of EndReaders, KeepTrying.",
            "PresenceWatchOptions.Polling (watch 'contoso'): -1 is not defined. Use one of WhileRead, Always.");
    }

    /// <summary>A host creates the watch before it validates options.</summary>
    [Fact]
    public void Options_OfTheClientAndTheWatchAreWrong_AreReportedTogether()
    {
        using IHost host = Container.BuildHost(static services =>
        {
            services.AddPresenceWatch(o => o.Interval = TimeSpan.Zero);
            services.AddPresenceClient(o => o.MaxRetries = -1);
        });

        host.Invoking(static h => h.Start()).Should().ThrowExactly<AggregateException>()
            .Which.InnerExceptions.Select(static e => e.Message).Should().SatisfyRespectively(
                watch => watch.Should().StartWith("PresenceWatchOptions.Interval: "),
                client => client.Should().Contain("PresenceClientOptions.MaxRetries: "));
    }

    [Fact]
    public void Client_MissingOrScoped_IsReportedWhenTheHostStarts()
    {
        Container.FaultsAtStart(services => services.AddPresenceWatch()).Should().ContainSingle()
            .Which.Should().Match("PresenceServiceClient: The client is not registered. *Call AddPresenceClient too.");
        Container.FaultsAtStart(services =>
        {
            services.AddKeyedScoped<PresenceServiceClient>("contoso", static (_, _) => null!);
            services.AddKeyedPresenceWatch("contoso");
        }).Should().Equal("PresenceServiceClient (watch 'contoso'): The client is registered as scoped. The watch is "
            + "a singleton and would keep the client of one scope. Register the client with AddPresenceClient.");
    }

    [Fact]
    public void Registration_WrongArguments_AreRefused()
    {
        ServiceCollection services = [];

        services.Invoking(s => s.AddKeyedPresenceWatch(" ")).Should().Throw<ArgumentException>();
        services.Invoking(s => s.AddPresenceWatch(null!)).Should().Throw<ArgumentNullException>()
            .WithParameterName("configure");
        services.Should().BeEmpty();
        FluentActions.Invoking(() => ((IServiceCollection)null!).AddPresenceWatch()).Should()
            .Throw<ArgumentNullException>().WithParameterName("services");
    }

    private static void Connect(IHttpClientBuilder builder, FakeGraph service) =>
        builder.ConfigurePrimaryHttpMessageHandler(() => service);
}
