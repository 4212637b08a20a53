using System.Diagnostics.CodeAnalysis;

namespace PresenceService.Load;

/// <summary>Runs many callers at once. Each sends one request after the other until all are sent.</summary>
internal sealed class LoadRun(HttpClient http, IReadOnlyList<LoadTenant> tenants, LoadOptions options)
{
    // No state of the Teams clients equals a preferred one, so they cannot be confused.
    private static readonly Shown[] TeamsStates =
        [new("Available", "Available"), new("Busy", "InACall"), new("DoNotDisturb", "Presenting"), new("Away", "Away")];

    // The number of requests for each change of a Teams client.
    private const int RequestsPerTeamsChange = 5;

    private readonly Verdict[] _verdicts = new Verdict[options.Requests];
    private int _next = -1;

    public async Task<LoadReport> RunAsync()
    {
        using var stop = new CancellationTokenSource(options.TimeLimit);
        await Task.WhenAll(Enumerable.Range(0, options.Callers).Select(caller =>
            Task.Run(() => CallAsync(new Random(options.Seed + caller), stop.Token))));
        return LoadReport.Of(_verdicts);
    }

    private async Task CallAsync(Random random, CancellationToken stop)
    {
        for (int number = Interlocked.Increment(ref _next); number < options.Requests && !stop.IsCancellationRequested;
            number = Interlocked.Increment(ref _next))
        {
            LoadTenant tenant = tenants[random.Next(tenants.Count)];
            if (number % RequestsPerTeamsChange == 0)
            {
                random.GetItems([.. tenant.Users], 1)[0].ShowInTeams(random.GetItems(TeamsStates, 1)[0]);
            }

            _verdicts[number] = await JudgeAsync(new LoadCaller(http, tenant, random), stop);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the exception is, the answer is lost.")]
    private static async Task<Verdict> JudgeAsync(LoadCaller caller, CancellationToken stop)
    {
        try
        {
            return await caller.CallAsync(stop);
        }
        catch (Exception)
        {
            return Verdict.Lost;
        }
    }
}
