using PresenceClient.Soak.Report;
using PresenceClient.Soak.Watching.Readers;
using PresenceClient.Soak.Watching.Tenant;

namespace PresenceClient.Soak.Watching.Driving;

/// <summary>
/// What an application does next to reading: it writes presences, refreshes users and reports news. The calls take
/// emulated time, so nothing waits for them; they may fail as the service does.
/// </summary>
internal sealed class Interventions(
    PresenceServiceClient client,
    PresenceWatch watch,
    TenantHistory history,
    Findings findings,
    SoakTime time,
    Random random)
{
    private const int WrittenShare = 20;

    private static readonly string[] Messages = ["Back at 15:00", "In a workshop", "\"Quoted\" \\ ünïcödé 🚀"];

    private readonly List<Task> _calls = [];

    /// <summary>The number of calls.</summary>
    public int Calls { get; private set; }

    /// <summary>The number of calls that failed as the service did.</summary>
    public int Failures { get; private set; }

    /// <summary>Starts some calls.</summary>
    public void Act()
    {
        if (random.Chance(0.1))
        {
            // The same users again and again, so that the emulator's memory of them does not grow.
            int user = random.Next(history.Numbers.Count / WrittenShare) * WrittenShare;
            Start(WriteAsync(client.Users[history.Numbers.IdOf(user + 1)]));
        }

        if (random.Chance(0.03))
        {
            Start(watch.RefreshAsync([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => IdOfResident())]));
        }

        if (random.Chance(0.02))
        {
            Start(ReportAsync(IdOfResident()));
        }

        Collect();
    }

    /// <summary>Takes the results of the calls that have ended, and returns whether others are under way.</summary>
    public bool Collect()
    {
        foreach (Task call in _calls.FindAll(static call => call.IsCompleted))
        {
            _calls.Remove(call);
            if (call.Exception?.InnerException is PresenceException)
            {
                Failures++;
            }
            else if (!call.IsCompletedSuccessfully)
            {
                findings.Add(Figure.Wrong, "a call fails with an unexpected exception", $"{call.Exception}");
            }
        }

        return _calls.Count > 0;
    }

    private void Start(Task call)
    {
        Calls++;
        _calls.Add(call);
    }

    // Of users who come and go, it would be open what the watch makes of an answer.
    private string IdOfResident()
    {
        int user = random.Next(history.Numbers.Count);
        return history.Numbers.IdOf(UserPool.IsOf(user) ? user + 1 : user);
    }

    private Task WriteAsync(UserClient user) => random.Next(5) switch
    {
        0 => user.StatusMessage.SetAsync(random.Pick(Messages)),
        1 => user.StatusMessage.ClearAsync(),
        2 => user.Preferred.SetAsync(PreferredPresence.DoNotDisturb, TimeSpan.FromMinutes(10)),
        3 => user.Preferred.ClearAsync(),
        _ => user.Session.SetAsync(SessionPresence.Presenting, TimeSpan.FromMinutes(5)),
    };

    private async Task ReportAsync(string id)
    {
        DateTimeOffset before = time.Client.GetUtcNow();
        UserPresence presence = await client.Users[id].GetPresenceAsync();
        history.NoteReport(history.Numbers.Find(id)!.Value, Look.Of(presence), ReaderCheck.SequenceOf(presence));
        watch.Report(presence, before);
    }
}
