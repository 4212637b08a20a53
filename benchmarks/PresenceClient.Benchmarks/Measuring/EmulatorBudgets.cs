using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using PresenceClient.Emulator;

namespace PresenceClient.Benchmarks.Measuring;

/// <summary>Measures the emulator on this machine: a start, the memory of many users, and a bulk read.</summary>
internal static class EmulatorBudgets
{
    /// <summary>The number of users for the measurement of memory.</summary>
    public const int Population = 200_000;

    private const int Page = 650;
    private const int Starts = 30;
    private const int Rounds = 50;
    private const int ReadsOfRound = 40;

    /// <summary>Returns the budgets, with the memory of a number of users.</summary>
    public static IReadOnlyList<Budget> Create(int population)
    {
        string people = population.ToString("N0", CultureInfo.InvariantCulture);
        return
        [
            new("emulator: warm start of 100 users", 20, "ms", MeasureStartAsync),
            new($"emulator: memory of {people} users, each read once", 200, "MB",
                cancel => MeasureMemoryAsync(population, cancel)),
            new("emulator: CPU of a bulk read of 650", 2, "ms", MeasureBulkReadAsync),
        ];
    }

    /// <summary>Measures the median of many starts in a process that has started some before.</summary>
    private static async Task<double> MeasureStartAsync(CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (int i = 0; i < Starts; i++)
        {
            long before = Stopwatch.GetTimestamp();
            PresenceEmulator emulator =
                await PresenceEmulator.StartAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            double time = Stopwatch.GetElapsedTime(before).TotalMilliseconds;
            await emulator.DisposeAsync().ConfigureAwait(false);
            if (i >= Starts / 3)
            {
                times.Add(time);
            }
        }

        times.Sort();
        return times[times.Count / 2];
    }

    /// <summary>Measures the memory after the presence of every user was read once, which creates it.</summary>
    private static async Task<double> MeasureMemoryAsync(int population, CancellationToken cancellationToken)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        PresenceEmulator emulator = await StartAsync(population, cancellationToken).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            using HttpClient http = await SignInAsync(emulator, cancellationToken).ConfigureAwait(false);
            foreach (string[] ids in emulator.Users.Select(user => user.Id).Chunk(Page))
            {
                await ReadAsync(http, ids, cancellationToken).ConfigureAwait(false);
            }

            return (GC.GetTotalMemory(forceFullCollection: true) - before) / (1024.0 * 1024);
        }
    }

    /// <summary>
    /// Measures the total cost of one read in this process, after a warm-up: caller, in-memory transport and Graph.
    /// </summary>
    private static async Task<double> MeasureBulkReadAsync(CancellationToken cancellationToken)
    {
        PresenceEmulator emulator = await StartAsync(Page, cancellationToken).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            using HttpClient http = await SignInAsync(emulator, cancellationToken).ConfigureAwait(false);
            string[] ids = [.. emulator.Users.Select(user => user.Id)];
            var costs = new List<double>();
            for (int round = 0; round < Rounds; round++)
            {
                TimeSpan before = Environment.CpuUsage.TotalTime;
                for (int i = 0; i < ReadsOfRound; i++)
                {
                    await ReadAsync(http, ids, cancellationToken).ConfigureAwait(false);
                }

                costs.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds / ReadsOfRound);
            }

            // Compilation and other processes only add time, so the lowest value is the cost of the read.
            return costs.Min();
        }
    }

    private static Task<PresenceEmulator> StartAsync(int users, CancellationToken cancellationToken) =>
        PresenceEmulator.StartAsync(options => options.Users = users, cancellationToken);

    private static async Task<HttpClient> SignInAsync(PresenceEmulator emulator, CancellationToken cancellationToken)
    {
        var scopes = new TokenRequestContext(["https://graph.microsoft.com/.default"]);
        AccessToken token = await emulator.CreateCredential().GetTokenAsync(scopes, cancellationToken)
            .ConfigureAwait(false);
        var http = new HttpClient(emulator.CreateHandler());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return http;
    }

    private static async Task ReadAsync(HttpClient http, string[] ids, CancellationToken cancellationToken)
    {
        // Ids are GUIDs, so nothing needs escaping.
        using var body = new StringContent(
            $$"""{"ids":["{{string.Join("\",\"", ids)}}"]}""", Encoding.UTF8, "application/json");
        var address = new Uri("https://graph.microsoft.com/v1.0/communications/getPresencesByUserId");
        using HttpResponseMessage answer = await http.PostAsync(address, body, cancellationToken).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
    }
}
