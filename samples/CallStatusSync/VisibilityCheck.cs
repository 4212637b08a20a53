using PresenceClient;

namespace CallStatusSync;

/// <summary>
/// Looks now and then whether people see the presences that were set, and explains those that they do not see. One bulk
/// read covers 650 people; for one person, <c>Session.ExplainAsync</c> does the same.
/// </summary>
internal sealed class VisibilityCheck(
    SyncTenant tenant, SyncReport report, TimeProvider time, Func<IEnumerable<Shown>> shown)
{
    // What was last explained for a person, so that each explanation is printed once.
    private readonly Dictionary<string, string> _explained = [];

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            using var timer = new PeriodicTimer(tenant.VisibleAfter, time);
            while (await timer.WaitForNextTickAsync(stop))
            {
                await LookAsync(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end.
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        DateTimeOffset latest = time.GetUtcNow() - tenant.VisibleAfter;
        var due = shown().Where(one => !one.IsCleared && one.Since <= latest)
            .ToDictionary(one => one.Person.Id, StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (UserPresence seen in await tenant.Client.Presences.GetAsync(due.Keys, stop))
            {
                Explain(due[seen.Id].Person, PresenceExplanation.Of(seen, due[seen.Id].Presence));
            }
        }
        catch (PresenceException e)
        {
            report.Notice($"It could not be checked what people see, and is checked again later. {e.Message}");
        }
    }

    private void Explain(Person person, PresenceExplanation explanation)
    {
        if (explanation.Verdict == PresenceVerdict.Visible)
        {
            _explained.Remove(person.Id);
        }
        else if (_explained.GetValueOrDefault(person.Id) != explanation.Sentence)
        {
            _explained[person.Id] = explanation.Sentence;
            report.Notice($"{person.Name}: {explanation.Sentence}");
        }
    }
}
