using PresenceClient.Soak.Emulated;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Watching.Readers;
using PresenceClient.Soak.Watching.Tenant;

namespace PresenceClient.Soak.Watching.Driving;

/// <summary>
/// Refreshes users and reports news to the watch. The calls take emulated time, so nothing waits for them. They may
/// fail because of the service's faults.
/// </summary>
internal sealed class Interventions(
    PresenceServiceClient client,
    PresenceWatch watch,
    TenantHistory history,
    Findings findings,
    SoakTime time,
    Random random)
{
    private readonly List<Task> _calls = [];

    /// <summary>The number of calls.</summary>
    public int Calls { get; private set; }

    /// <summary>The number of calls that failed because of the faults.</summary>
    public int Failures { get; private set; }

    /// <summary>Starts some calls.</summary>
    public void Act()
    {
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

    // For users who come and go, it would not be certain that the answer counts.
    private string IdOfResident()
    {
        int user = random.Next(history.Numbers.Count);
        return history.Numbers.IdOf(UserPool.IsOf(user) ? Math.Max(user - 1, 1) : user);
    }

    private async Task ReportAsync(string id)
    {
        DateTimeOffset before = time.Client.GetUtcNow();
        UserPresence presence = await client.Users[id].GetPresenceAsync();
        history.NoteReport(history.Numbers.Find(id)!.Value, Look.Of(presence), ReaderCheck.SequenceOf(presence));
        watch.Report(presence, before);
    }
}
