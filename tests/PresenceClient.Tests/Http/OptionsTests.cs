using System.Net;
using Microsoft.Kiota.Abstractions;
using NSubstitute;
using PresenceClient.Http;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Http;

public sealed class OptionsTests
{
    private const string NoGuid = "not a GUID. Use the application (client) ID of the app registration.";

    private static readonly Dictionary<string, (Action<PresenceClientOptions> Set, string Cure)> Mistakes = new()
    {
        ["ApplicationId: text"] = (o => o.ApplicationId = "my-app", NoGuid),
        ["ApplicationId: empty"] = (o => o.ApplicationId = "", NoGuid),
        ["ApplicationId: braces"] = (o => o.ApplicationId = $"{{{Samples.ApplicationId}}}", NoGuid),
        ["ApplicationId: blanks"] = (o => o.ApplicationId = $" {Samples.ApplicationId} ", NoGuid),
        ["AttemptTimeout: none"] = (o => o.AttemptTimeout = TimeSpan.Zero, "more than zero"),
        ["AttemptTimeout: negative"] = (o => o.AttemptTimeout = TimeSpan.FromSeconds(-1), "Timeout.InfiniteTimeSpan"),
        ["AttemptTimeout: endless"] = (o => o.AttemptTimeout = TimeSpan.MaxValue, "at most 24 days"),
        ["TotalTimeout: none"] = (o => o.TotalTimeout = TimeSpan.Zero, "more than zero"),
        ["TotalTimeout: too short"] =
            (o => o.TotalTimeout = TimeSpan.FromSeconds(29), "shorter than AttemptTimeout (00:00:30)"),
        ["TotalTimeout: attempt without end"] =
            (o => o.AttemptTimeout = Timeout.InfiniteTimeSpan,
                "(infinite), which it limits. Use at least AttemptTimeout, or Timeout.InfiniteTimeSpan."),
        ["SignInTimeout: none"] = (o => o.SignInTimeout = TimeSpan.Zero, "more than zero"),
        ["SignInTimeout: endless"] = (o => o.SignInTimeout = TimeSpan.MaxValue, "Timeout.InfiniteTimeSpan"),
        ["MaxRetryAfter: none"] = (o => o.MaxRetryAfter = TimeSpan.Zero, "more than zero and at most 24 days"),
        ["MaxRetryAfter: infinite"] = (o => o.MaxRetryAfter = Timeout.InfiniteTimeSpan, "at most 24 days"),
        ["MaxRetryAfter: endless"] = (o => o.MaxRetryAfter = TimeSpan.MaxValue, "at most 24 days"),
        ["MaxRetries: none"] = (o => o.MaxRetries = -1, "-1 is out of range. Use 0 for no retries, up to 10."),
        ["MaxRetries: many"] = (o => o.MaxRetries = 11, "11 is out of range"),
        ["MaxRequestsPer30Seconds: none"] = (o => o.MaxRequestsPer30Seconds = 0, "null for no pacing"),
        ["MaxRequestsPer30Seconds: many"] =
            (o => o.MaxRequestsPer30Seconds = 100_001, "100001 is out of range. Use 1 to 100000"),
        ["TimeProvider: null"] = (o => o.TimeProvider = null!, "Use TimeProvider.System"),
        ["HttpClient: both"] = (o => o.HttpClient = new HttpClient(o.HttpMessageHandler!, false),
            "HttpClient cannot be combined with HttpMessageHandler"),
        ["Cloud: none"] =
            (o => o.Cloud = (GraphCloud)9, "9 is not a cloud. Use Global, UsGovernmentL4 or UsGovernmentL5."),
    };

    public static TheoryData<string> MistakeNames { get; } = new(Mistakes.Keys);

    [Theory]
    [MemberData(nameof(MistakeNames))]
    public void Mistake_IsRefusedByNameWithTheCure(string mistake)
    {
        using var graph = new FakeGraph();
        Mistakes[mistake].Set(graph.Options);

        graph.Invoking(g => g.Client).Should().Throw<ArgumentException>().Which.Message.Should()
            .Contain($"PresenceClientOptions.{mistake.Split(':')[0]}").And.Contain(Mistakes[mistake].Cure);
    }

    [Fact]
    public void Mistakes_Several_AreReportedTogetherAndEachOnce()
    {
        using var graph = new FakeGraph();
        (graph.Options.ApplicationId, graph.Options.Cloud) = ("my-app", (GraphCloud)9);
        (graph.Options.AttemptTimeout, graph.Options.TotalTimeout) = (TimeSpan.FromDays(30), TimeSpan.FromSeconds(10));
        (graph.Options.MaxRetries, graph.Options.BaseAddress) = (-1, new Uri("http://graph.microsoft.com/v1.0"));
        graph.Options.HttpClient = new HttpClient(graph, disposeHandler: false);

        string message = graph.Invoking(g => g.Client).Should().ThrowExactly<ArgumentException>()
            .WithParameterName("options").Which.Message;

        message.Split("PresenceClientOptions.").Skip(1).Select(part => part.Split(':')[0]).Should().Equal(
            "ApplicationId", "Cloud", "BaseAddress", "AttemptTimeout", "MaxRetries", "HttpClient");
    }

    [Fact]
    public void Mistakes_WithAnAdapter_AreReportedTogetherToo()
    {
        using var graph = new FakeGraph();
        using var client = new HttpClient();
        IRequestAdapter adapter = Substitute.For<IRequestAdapter>();
        adapter.BaseUrl = Samples.Root;
        var options = new PresenceClientOptions
        {
            ApplicationId = "my-app",
            BaseAddress = new Uri("https://graph.microsoft.us/v1.0"),
            HttpClient = client,
            HttpMessageHandler = graph,
        };

        string message = Invoking(() => new PresenceServiceClient(adapter, options)).Should()
            .ThrowExactly<ArgumentException>().WithParameterName("options").Which.Message;

        message.Split("PresenceClientOptions.").Skip(1).Select(part => part.Split(':')[0]).Should().Equal(
            "ApplicationId", "HttpClient", "HttpMessageHandler", "BaseAddress");
        message.Should().Contain(
            "HttpClient cannot be combined with a request adapter, which has its own HTTP client. Leave it null.");
    }

    [Fact]
    public void Senders_InAHost_AreEachRefusedWithTheCure()
    {
        using var graph = new FakeGraph();
        using var client = new HttpClient();
        graph.Options.HttpClient = client;

        const string Cure = "cannot be combined with AddPresenceClient, whose client sends through the HTTP client "
            + "factory. Use ConfigurePrimaryHttpMessageHandler of the builder that AddPresenceClient returns.";
        OptionsCheck.ForHost(graph.Options).Select(fault => fault.ToString()).Should().Equal(
            $"PresenceClientOptions.HttpClient: HttpClient {Cure}",
            $"PresenceClientOptions.HttpMessageHandler: HttpMessageHandler {Cure}");
    }

    [Theory]
    [InlineData("abc8Q~secret-pasted-into-the-wrong-option")]
    [InlineData("aaaaaaaa-0000-4000-8000-00000000000a.secret")]
    public void SecretAsApplicationId_IsNotShown(string secret)
    {
        using var graph = new FakeGraph();
        graph.Options.ApplicationId = secret;

        graph.Invoking(g => g.Client).Should().Throw<ArgumentException>().Which.ToString().Should()
            .NotContain("secret").And.Contain("The value is not a GUID.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24 * 24 * 60 * 60 * 1000L)]
    [InlineData(-1)]
    public void Timeouts_AtTheirBounds_AreTaken(long milliseconds)
    {
        using var graph = new FakeGraph();
        graph.Options.AttemptTimeout = TimeSpan.FromMilliseconds(milliseconds);
        graph.Options.TotalTimeout = TimeSpan.FromMilliseconds(milliseconds);

        graph.Invoking(g => g.Client).Should().NotThrow();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 100_000)]
    [InlineData(3, null)]
    public void RetriesAndPace_AtTheirBounds_AreTaken(int retries, int? pace)
    {
        using var graph = new FakeGraph();
        (graph.Options.MaxRetries, graph.Options.MaxRequestsPer30Seconds) = (retries, pace);

        graph.Invoking(g => g.Client).Should().NotThrow();
    }

    [Fact]
    public void NoOptions_AreTheDefaults()
    {
        using var client = new PresenceServiceClient(new FakeCredential());

        client.Me.Should().NotBeNull();
        new PresenceClientOptions().Should().BeEquivalentTo(new
        {
            ApplicationId = (string?)null,
            Cloud = GraphCloud.Global,
            BaseAddress = (Uri?)null,
            AttemptTimeout = TimeSpan.FromSeconds(30),
            TimeProvider = TimeProvider.System,
            SignInTimeout = (TimeSpan?)null,
            MaxRetries = 3,
            MaxRetryAfter = TimeSpan.FromMinutes(10),
            TotalTimeout = TimeSpan.FromMinutes(2),
            WaitWhenThrottled = true,
            MaxRequestsPer30Seconds = 1_500,
        });
    }

    [Fact]
    public void NoCredential_IsRefused() => Invoking(() => new PresenceServiceClient((Azure.Core.TokenCredential)null!))
        .Should().ThrowExactly<ArgumentNullException>().WithParameterName("credential");

    [Fact]
    public async Task OptionsChangedLater_ChangeNothing()
    {
        using var graph = new FakeGraph(Answers.Empty(HttpStatusCode.OK));
        PresenceServiceClient client = graph.Client;
        graph.Options.ApplicationId = null;

        bool ended = await client.Users[Samples.Adele].Session.ClearAsync(Test.Token);

        ended.Should().BeTrue();
        graph.Request.Body.Should().Contain(Samples.ApplicationId);
    }
}
