using System.IO.Pipelines;
using System.Text;
using PresenceClient;
using PresenceClient.Emulator;

namespace CallStatusSync.Tests;

/// <summary>Whole runs against an emulated tenant that the test looks into.</summary>
public sealed class SyncRunTests : IAsyncLifetime
{
    private const string Adele = "adele.vance@contoso.example";
    private const string Diego = "diego.siciliani@contoso.example";

    // A test that waits for what never comes fails after this time.
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(1));

    private readonly Printed _printed = new();
    private readonly Pipe _phone = new();
    private PresenceEmulator _graph = null!;

    private CancellationToken Stop => _limit.Token;

    public async ValueTask InitializeAsync()
    {
        _graph = await PresenceEmulator.StartAsync(
            options => options.AddUser("Adele Vance").AddUser("Diego Siciliani").Users = 0, Stop);
        foreach (EmulatedUser user in _graph.Users)
        {
            user.BecomeAvailable();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _limit.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task InputEndsDuringACall_PresenceIsShownAndCleared()
    {
        int exitCode = await RunCallAsync();

        exitCode.Should().Be(ExitCode.Success);
        await ShowsAsync(Adele, PresenceActivity.Available);
        _printed.Lines.Should().Contain("No one is left in a call.");
        Count("/clearPresence").Should().Be(1, "the check reads, and clears only what it finds");
        _printed.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task HangUp_ClearsThePresenceAtOnce()
    {
        Task<int> run = RunPhoneAsync();
        await SayAsync(Adele, "answered");
        await ShowsAsync(Adele, PresenceActivity.InACall);

        await SayAsync(Adele, "hung up");
        await UntilAsync(() => Count("/clearPresence") > 0);
        await ShowsAsync(Adele, PresenceActivity.Available);
        await _phone.Writer.CompleteAsync();

        (await run).Should().Be(ExitCode.Success);
        _printed.Lines.Should().ContainMatch("*Adele Vance * hung up * cleared")
            .And.Contain("The events have ended: clearing 0 presences.");
    }

    [Fact]
    public async Task PreferredPresence_HidesTheCall_IsExplainedOnce()
    {
        _graph.User(Diego).PreferPresence("BeRightBack");
        Task<int> run = RunPhoneAsync();

        await SayAsync(Diego, "answered");
        string explanation = await _printed.WaitForAsync("instead of In a call", Stop);
        int looks = Count("/getPresencesByUserId");
        await UntilAsync(() => Count("/getPresencesByUserId") > looks + 2);
        _graph.User(Diego).AppearOffline();
        await _printed.WaitForAsync("appears offline", Stop);
        await _phone.Writer.CompleteAsync();

        (await run).Should().Be(ExitCode.Success);
        explanation.Should().Contain("Diego Siciliani").And.Contain("Be right back");
        _printed.Lines.Where(line => line == explanation).Should().ContainSingle();
    }

    [Fact]
    public async Task BadLinesAndUnknownPeople_AreReportedAndTheOthersGoOn()
    {
        int exitCode = await RunFileAsync(
            "time,who,event",
            $"2026-11-26T09:00:00Z,{Adele},answered",
            "2026-11-26T09:00:00Z,nobody@contoso.example,answered",
            "yesterday,nobody,rang",
            $"2026-11-26T09:01:00Z,{Diego},answered");

        exitCode.Should().Be(ExitCode.Failure, "events were skipped");
        _printed.Errors.Should().SatisfyRespectively(
            line => line.Should().Contain("line 4: 'yesterday' is not a time."),
            line => line.Should().Contain("'nobody@contoso.example'").And.Contain("are skipped"));
        _printed.Lines.Where(line => line.Contains("→ In a call", StringComparison.Ordinal)).Should().HaveCount(2);
        _printed.Lines.Should().Contain("No one is left in a call.");
    }

    [Fact]
    public async Task ClearIsRejected_SaysWhoIsLeftAndFails()
    {
        _graph.InjectFault(EmulatorFault.Status(403) with { Path = "*/clearPresence" });

        int exitCode = await RunCallAsync();

        exitCode.Should().Be(ExitCode.Failure);
        _printed.Errors.Should().ContainSingle().Which.Should()
            .Contain("Adele Vance may be left in a call.").And.Contain("15 minutes")
            .And.Contain("Presence.ReadWrite.All");
        _printed.Lines.Should().NotContain("No one is left in a call.");
    }

    [Fact]
    public async Task ClearIsRejectedOnce_TheCheckClears()
    {
        _graph.InjectFault(EmulatorFault.Status(403) with { Path = "*/clearPresence", Times = 1 });

        int exitCode = await RunCallAsync();

        exitCode.Should().Be(ExitCode.Success);
        _printed.Lines.Should().ContainMatch("*Adele Vance may have been left in a call until now.");
        await ShowsAsync(Adele, PresenceActivity.Available);
    }

    [Fact]
    public async Task OwnCallInTeams_IsNotTakenForOneThatIsLeft()
    {
        _graph.User(Adele).JoinCall();

        int exitCode = await RunCallAsync();

        exitCode.Should().Be(ExitCode.Success);
        _printed.Lines.Should().Contain("No one is left in a call.").And.NotContainMatch("*may have been left*");
        await ShowsAsync(Adele, PresenceActivity.InACall);
    }

    [Fact]
    public async Task PresenceIsRejected_IsReported()
    {
        _graph.InjectFault(EmulatorFault.Status(403) with { Path = "*/setPresence" });
        Task<int> run = RunPhoneAsync();

        await SayAsync(Adele, "answered");
        await UntilAsync(() => _printed.Errors.Count > 0);
        await _phone.Writer.CompleteAsync();

        (await run).Should().Be(ExitCode.Failure);
        _printed.Errors[0].Should().Contain("Adele Vance: the service rejected the presence.").And.Contain("403");
    }

    [Fact]
    public async Task LookupIsDenied_EndsWithOneLine()
    {
        _graph.InjectFault(EmulatorFault.Status(403) with { Path = "/users" });

        int exitCode = await RunFileAsync($"2026-11-26T09:00:00Z,{Adele},answered");

        exitCode.Should().Be(ExitCode.Failure);
        _printed.Errors.Should().ContainSingle().Which.Should().Contain("403").And.Contain("User.ReadBasic.All");
    }

    [Fact]
    public async Task LookupFails_IsRepeatedWithTheNextEvent()
    {
        _graph.InjectFault(EmulatorFault.Status(500) with { Path = "/users", Times = 1 });
        Task<int> run = RunPhoneAsync();

        await SayAsync(Adele, "ringing");
        await SayAsync(Adele, "answered");
        await ShowsAsync(Adele, PresenceActivity.InACall);
        await _phone.Writer.CompleteAsync();

        (await run).Should().Be(ExitCode.Failure, "an event was skipped");
        _printed.Errors.Should().ContainSingle().Which.Should().Contain("could not be looked up").And.Contain("500");
    }

    [Fact]
    public async Task ObjectId_IsNotLookedUp()
    {
        string id = _graph.User(Adele).Id;
        Task<int> run = RunPhoneAsync();

        await SayAsync(id.ToUpperInvariant(), "answered");
        await ShowsAsync(Adele, PresenceActivity.InACall);
        await _phone.Writer.CompleteAsync();

        (await run).Should().Be(ExitCode.Success);
        _graph.Requests.Should().NotContain(request => request.Path.EndsWith("/users", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--minutes", "5")]
    [InlineData("--minutes", "5", "--faults")]
    public async Task SimulatedPhoneSystem_EmulatedTenant_LeavesNoOneInACall(params string[] args)
    {
        int exitCode = await SyncProgram.RunAsync([.. args, "--speed", "1000"], _printed.Host(), Stop);

        exitCode.Should().Be(ExitCode.Success);
        _printed.Lines[0].Should().StartWith("emulated tenant").And.Contain("simulated phone system");
        _printed.Lines.Should().Contain("No one is left in a call.");
        _printed.Lines[^1].Should().StartWith("The emulated service received ");
    }

    [Fact]
    public async Task FailingService_LeavesNoOneInACall()
    {
        EmulatorFault[] faults =
        [
            EmulatorFault.Status(503, "0.05") with { Probability = 0.2 },
            EmulatorFault.DropConnection(afterWork: true) with { Probability = 0.2 },
            EmulatorFault.Slow(TimeSpan.FromMilliseconds(5)) with { Probability = 0.2 },
        ];
        // From here on, the check can tell for certain whether the keeper has left someone.
        _printed.OnLine = line =>
        {
            if (line.Contains("clearing", StringComparison.Ordinal))
            {
                _graph.ClearFaults();
            }
        };

        for (int seed = 1; seed <= 5; seed++)
        {
            Array.ForEach(faults, fault => _graph.InjectFault(fault with { Path = "*/presence/*" }));
            List<PhoneEvent> events = PhoneSimulator.Simulate([Adele, Diego], TimeSpan.FromMinutes(10), seed);
            int exitCode = await RunFileAsync(1_200, [.. events.Select(e =>
                $"{e.Time:yyyy-MM-ddTHH:mm:ssZ},{e.Who},{PhoneEventLine.WordOf(e.Kind)},{e.Call}")]);
            exitCode.Should().Be(ExitCode.Success);
        }

        _printed.Lines.Should().NotContainMatch("*may have been left*");
        _printed.Errors.Should().BeEmpty();
    }

    // A call of Adele that people see before the input ends.
    private async Task<int> RunCallAsync()
    {
        Task<int> run = RunPhoneAsync();
        await SayAsync(Adele, "answered");
        await UntilAsync(() => Count("/setPresence") > 0);
        await ShowsAsync(Adele, PresenceActivity.InACall);
        await _phone.Writer.CompleteAsync();
        return await run;
    }

    private async Task SayAsync(string who, string what) =>
        await _phone.Writer.WriteAsync(Encoding.UTF8.GetBytes($"2026-11-26T09:00:00Z,{who},{what}\n"), Stop);

    private int Count(string operation) =>
        _graph.Requests.Count(request => request.Path.EndsWith(operation, StringComparison.Ordinal));

    private async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
            Stop.ThrowIfCancellationRequested();
        }
    }

    private async Task ShowsAsync(string who, PresenceActivity expected)
    {
        await using SyncTenant tenant = Connect();
        UserPresence seen;
        do
        {
            seen = await tenant.Client.Users[_graph.User(who).Id].GetPresenceAsync(Stop);
        }
        while (seen.Activity != expected);
    }

    private Task<int> RunFileAsync(params string[] lines) => RunFileAsync(100_000, lines);

    private async Task<int> RunFileAsync(int speed, string[] lines)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, lines, Stop);
            return await RunAsync(null, "--events", file, "--speed", $"{speed}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private Task<int> RunPhoneAsync() => RunAsync(_phone.Reader.AsStream(), "--events", "-");

    private Task<int> RunAsync(Stream? input, params string[] args) => SyncProgram.RunAsync(
        args, _printed.Host(input) with { Connect = (_, _) => Task.FromResult(Connect()) }, Stop);

    private SyncTenant Connect() => new(
        "test",
        _graph.CreateCredential(),
        new PresenceClientOptions
        {
            HttpMessageHandler = _graph.CreateHandler(),
            ApplicationId = _graph.Application.ClientId,
        })
    {
        VisibleAfter = TimeSpan.FromMilliseconds(10),
    };
}
