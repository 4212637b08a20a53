using System.Diagnostics;
using System.Net.Http.Json;
using PresenceService.People;

namespace PresenceService.Load;

/// <summary>Streams of events that are open while the callers call.</summary>
internal sealed class StreamRun : IAsyncDisposable
{
    // For a machine that is busy with other work; without it, the streams are there within two sweeps.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http;
    private readonly List<(LoadStream Stream, string[] Ids)> _streams = [];
    private readonly List<Task> _readers = [];

    private StreamRun(Uri address) =>
        _http = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Opens the streams, and waits until each has the states of all people.</summary>
    public static async Task<StreamRun> StartAsync(Uri address, IReadOnlyList<LoadTenant> tenants, LoadOptions options)
    {
        var run = new StreamRun(address);
        for (int number = 0; number < options.Streams; number++)
        {
            LoadTenant tenant = tenants[number % tenants.Count];
            string[] ids = number < tenants.Count
                ? await run.PeopleAsync(tenant)
                : run._streams[number % tenants.Count].Ids;
            var stream = new LoadStream(run._http, tenant);
            run._streams.Add((stream, ids));
            run._readers.Add(Task.Run(() => stream.ReadAsync(run._stop.Token)));
        }

        await run.UntilCurrentAsync();
        return run;
    }

    /// <summary>Waits until the streams have caught up, and adds their figures to a report.</summary>
    public async Task<LoadReport> AddToAsync(LoadReport report)
    {
        int lost = await UntilCurrentAsync();
        return report with
        {
            Wrong = report.Wrong + _streams.Sum(one => one.Stream.Wrong),
            StreamsLost = lost,
            Streams = _streams.Count,
            StreamStates = _streams.Sum(one => (long)one.Stream.States),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_readers);
        _http.Dispose();
        _stop.Dispose();
    }

    // Returns how many users are not there after all.
    private async Task<int> UntilCurrentAsync()
    {
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Look);
        int lost;
        while ((lost = _streams.Sum(one => one.Stream.CountLost(one.Ids))) > 0 && watch.Elapsed < LongestWait)
        {
            await timer.WaitForNextTickAsync();
        }

        return lost;
    }

    // The faults of the tenant can fail it.
    private async Task<string[]> PeopleAsync(LoadTenant tenant)
    {
        using var timer = new PeriodicTimer(Look);
        while (true)
        {
            using HttpResponseMessage answer = await _http.GetAsync(
                new Uri($"/{tenant.Name}/people", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
            {
                TenantPeople? people = await answer.Content.ReadFromJsonAsync<TenantPeople>();
                return [.. people!.People.Select(person => person.Id)];
            }

            await timer.WaitForNextTickAsync();
        }
    }
}
