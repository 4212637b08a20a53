using System.Runtime.CompilerServices;

namespace CallStatusSync;

/// <summary>The events of a phone system.</summary>
/// <param name="Name">How to call it.</param>
/// <param name="Names">The people in it, as far as they are known before the events come.</param>
/// <param name="Events">The events, each when it happens.</param>
internal sealed record PhoneFeed(string Name, IReadOnlyList<string> Names, IAsyncEnumerable<PhoneEvent> Events)
{
    /// <summary>Opens the feed that the arguments ask for.</summary>
    public static async Task<PhoneFeed> OpenAsync(
        SyncOptions options, SyncHost host, SyncReport report, CancellationToken stop)
    {
        if (options.EventsFile == SyncOptions.StandardInput)
        {
            return new PhoneFeed(
                "events of standard input", [], ReadAsync(host.OpenInput(), "standard input", report, stop));
        }

        string times = options.Speed == 1 ? "" : $", {options.Speed} times as fast";
        List<PhoneEvent> events = options.EventsFile is { } file
            ? await ReadFileAsync(file, report, stop)
            : PhoneSimulator.Simulate(EmulatedTenant.SignInNames, options.Duration, options.Seed);
        return new PhoneFeed(
            $"{options.EventsFile ?? "simulated phone system"}: {events.Count} events{times}",
            [.. events.Select(phoneEvent => phoneEvent.Who).Distinct(StringComparer.OrdinalIgnoreCase)],
            ReplayAsync(events, options.Speed, host.Time, stop));
    }

    private static async Task<List<PhoneEvent>> ReadFileAsync(string file, SyncReport report, CancellationToken stop)
    {
        try
        {
            List<PhoneEvent> events = [];
            await using FileStream stream = File.OpenRead(file);
            await foreach (PhoneEvent phoneEvent in ReadAsync(stream, file, report, stop))
            {
                events.Add(phoneEvent);
            }

            return events;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SyncException($"--events: {e.Message} Give a text file, or - for standard input.", e);
        }
    }

    private static async IAsyncEnumerable<PhoneEvent> ReadAsync(
        Stream stream, string name, SyncReport report, [EnumeratorCancellation] CancellationToken stop)
    {
        // The read of a pipe cannot be cancelled: it is left behind, with the stream open.
        using var reader = new StreamReader(stream, leaveOpen: true);
        for (int number = 1;
            await reader.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(stop) is { } line;
            number++)
        {
            if (PhoneEventLine.IsSkipped(line))
            {
                continue;
            }

            if (PhoneEventLine.TryRead(line, out PhoneEvent? phoneEvent, out string? fault))
            {
                yield return phoneEvent;
            }
            else
            {
                report.Problem($"{name}, line {number}: {fault}");
            }
        }
    }

    private static async IAsyncEnumerable<PhoneEvent> ReplayAsync(
        List<PhoneEvent> events, int speed, TimeProvider time, [EnumeratorCancellation] CancellationToken stop)
    {
        DateTimeOffset? last = null;
        foreach (PhoneEvent phoneEvent in events)
        {
            if (last is { } before && phoneEvent.Time > before)
            {
                await Task.Delay(Shortened((phoneEvent.Time - before) / speed), time, stop);
            }

            last = phoneEvent.Time > last ? phoneEvent.Time : last ?? phoneEvent.Time;
            yield return phoneEvent;
        }
    }

    // A wrong date would stop the replay for years.
    private static TimeSpan Shortened(TimeSpan wait) => wait < TimeSpan.FromHours(1) ? wait : TimeSpan.FromHours(1);
}
