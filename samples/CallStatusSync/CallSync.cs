using System.Collections.Concurrent;
using PresenceClient;

namespace CallStatusSync;

/// <summary>Follows the events of a phone system, and shows in Teams who is in a call.</summary>
internal sealed class CallSync(SyncTenant tenant, SyncReport report, TimeProvider time)
{
    private readonly People _people = new(tenant.Client.Users, report);

    // Everyone whose presence was ever set, by object id.
    private readonly ConcurrentDictionary<string, Shown> _shown = [];

    /// <summary>Follows the events until they end, or until the program is stopped.</summary>
    /// <returns>Whether no one is left in a call.</returns>
    public async Task<bool> RunAsync(PhoneFeed feed, CancellationToken stop)
    {
        await _people.LookUpAsync(feed.Names, stop);

        // Leaving the block clears everyone, whatever ended it.
        await using (PresenceKeeper keeper = tenant.Client.Users.CreateKeeper())
        {
            await FollowAsync(feed, keeper, stop);
            string why = stop.IsCancellationRequested ? "Stopped" : "The events have ended";
            report.Line($"{why}: clearing {keeper.Users.Count} presence{(keeper.Users.Count == 1 ? "" : "s")}.");
        }

        bool isClear = await new EndCheck(tenant.Client, report, time).RunAsync(_shown.Values);
        if (tenant.Summary is { } summary)
        {
            report.Line(summary());
        }

        return isClear;
    }

    private async Task FollowAsync(PhoneFeed feed, PresenceKeeper keeper, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var check = new VisibilityCheck(tenant, report, time, () => _shown.Values);
        Task[] watching = [ReportAsync(keeper, end.Token), check.RunAsync(end.Token)];
        try
        {
            await foreach (PhoneEvent phoneEvent in feed.Events.WithCancellation(stop))
            {
                if (await _people.FindAsync(phoneEvent.Who, stop) is { } person)
                {
                    Show(phoneEvent, person, keeper);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop.
        }
        catch (Exception e) when (e is PresenceException or IOException)
        {
            report.Problem(e.Message);
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(watching);
        }
    }

    // Declares and goes on: the keeper sends, retries and renews in the background.
    private void Show(PhoneEvent phoneEvent, Person person, PresenceKeeper keeper)
    {
        string what = PhoneEventLine.WordOf(phoneEvent.Kind);
        SessionPresence? before = person.Calls.Shown;
        if (!person.Calls.TryApply(phoneEvent))
        {
            report.Line(phoneEvent.Time, person.Name, $"{what,-8}    late: the call has ended");
            return;
        }

        if (person.Calls.Shown is { } presence)
        {
            if (presence != before)
            {
                _shown[person.Id] = new Shown(person, presence, time.GetUtcNow());
            }

            // Also if nothing changes: a presence that the service has rejected is retried.
            keeper.Set(person.Id, presence);
        }
        else if (before is not null)
        {
            keeper.Clear(person.Id);
            _shown[person.Id] = _shown[person.Id] with { IsCleared = true };
        }

        string effect = person.Calls.Shown == before ? "" : $" → {Text(person.Calls.Shown)}";
        report.Line(phoneEvent.Time, person.Name, $"{what,-8}{effect}".TrimEnd());
    }

    private async Task ReportAsync(PresenceKeeper keeper, CancellationToken stop)
    {
        try
        {
            await foreach (PresenceKeeperEvent news in keeper.ReadEventsAsync(stop))
            {
                string name = _shown[news.UserId].Person.Name;
                switch (news.Kind)
                {
                    case PresenceKeeperEventKind.Recovered:
                        report.Notice($"{name}: the presence is set again.");
                        break;
                    case PresenceKeeperEventKind.Lapsed:
                        report.Notice($"{name}: the presence is not set, and is retried. {news.Failure?.Message}");
                        break;
                    default:
                        report.Problem($"{name}: the service rejected the presence. {news.Failure?.Message}");
                        break;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end.
        }
    }

    private static string Text(SessionPresence? presence) => presence switch
    {
        null => "cleared",
        SessionPresence.InACall => "In a call",
        SessionPresence.InAConferenceCall => "In a conference call",
        _ => $"{presence}",
    };
}
