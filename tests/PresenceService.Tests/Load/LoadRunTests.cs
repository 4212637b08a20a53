using PresenceService.Load;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Load;

public sealed class LoadRunTests
{
    private static readonly LoadOptions Small = new(Requests: 300, Callers: 20);

    // Retries hide the faults, as in the real run.
    private static readonly (string, string?)[] WithRetry = [("Tenants:contoso:MaxRetries", "3")];

    [Fact]
    public async Task Load_WithFaults_HasNoAnswerWrongAndNoneLost()
    {
        await using TestService service = await TestService.StartAsync(WithRetry);
        LoadFaults.Inject(service.Host.Emulators);

        LoadReport report = await LoadCommand.RunAsync(service.Host, service.Http, Small);

        report.Should().BeEquivalentTo(new { Requests = 300, Answered = 300, Wrong = 0, Lost = 0, Passed = true });
        report.GraphRequests.Should()
            .Be(service.Contoso.Requests.Count + service.Fabrikam.Requests.Count).And.BePositive();
    }

    [Fact]
    public async Task Load_WithStreams_EachReachesTheStateOfItsTenantWithNoneWrong()
    {
        await using TestService service = await TestService.StartAsync(
            [.. WithRetry, ("Watch:Interval", "00:00:00.100"), ("Watch:MaxInterval", "00:00:00.200")]);
        LoadFaults.Inject(service.Host.Emulators);

        LoadReport report = await LoadCommand.RunAsync(service.Host, service.Http, Small with { Streams = 6 });

        report.Should().BeEquivalentTo(new { Wrong = 0, Lost = 0, StreamsLost = 0, Streams = 6, Passed = true });
        report.StreamStates.Should().BeGreaterThan(6 * 10);
    }

    [Fact]
    public async Task Load_OneAnswerWithAStateThatWasNeverSet_IsWrong()
    {
        await using TestService service = await TestService.StartAsync();

        LoadReport report = await RunSpoiledAsync(
            service, answer => answer.Replace("Available", "Imagined", StringComparison.Ordinal));

        report.Should().BeEquivalentTo(new { Wrong = 1, Lost = 0, Passed = false });
    }

    [Fact]
    public async Task Load_OneUnreadableAnswer_IsLost()
    {
        await using TestService service = await TestService.StartAsync();

        LoadReport report = await RunSpoiledAsync(service, _ => throw new HttpRequestException("Gone."));

        report.Should().BeEquivalentTo(new { Answered = 299, Wrong = 0, Lost = 1, Passed = false });
    }

    [Fact]
    public async Task Load_TimeOver_LosesTheRest()
    {
        await using TestService service = await TestService.StartAsync();

        LoadReport report = await LoadCommand.RunAsync(
            service.Host, service.Http, Small with { TimeLimit = TimeSpan.Zero });

        report.Should().BeEquivalentTo(new { Requests = 300, Answered = 0, Lost = 300, Passed = false });
    }

    private static async Task<LoadReport> RunSpoiledAsync(TestService service, Func<string, string> spoil)
    {
        using var handler = new SpoilingHandler(spoil) { CheckCertificateRevocationList = true };
        using var http = new HttpClient(handler) { BaseAddress = service.Host.Address };
        return await LoadCommand.RunAsync(service.Host, http, Small);
    }
}
