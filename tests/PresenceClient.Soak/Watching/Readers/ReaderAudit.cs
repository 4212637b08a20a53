using PresenceClient.Soak.Emulated;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Watching.Tenant;

namespace PresenceClient.Soak.Watching.Readers;

/// <summary>
/// Compares the state of a reader with the service's answers, whenever the reader has received everything. It compares
/// only users with news. Called while the thread pool is idle.
/// </summary>
internal sealed class ReaderAudit(WatchReader reader, TenantHistory history, Findings findings)
{
    // Long enough for every sweep, also for one with failures.
    private const int PatienceInSteps = 3_000;

    private readonly Dictionary<int, int> _open = [];
    private int _restarts;

    public WatchReader Reader => reader;

    /// <summary>Takes the users with news in this step, and compares.</summary>
    public void Look(List<int> news)
    {
        foreach (int user in news)
        {
            _open[user] = history.Step;
        }

        if (_restarts != reader.Restarts)
        {
            _restarts = reader.Restarts;
            for (int user = 0; user < history.Numbers.Count; user++)
            {
                _open.TryAdd(user, history.Step);
            }
        }

        if (reader.IsParked && _open.Count > 0)
        {
            Compare();
        }
    }

    /// <summary>Compares every user with the tenant, at the end.</summary>
    public void CompareWithTenant()
    {
        for (int user = 0; user < history.Numbers.Count; user++)
        {
            Look? expected = history.Read(user, static it => it.IsWatched ? it.Tenant ?? Emulated.Look.Missing : null);
            if (reader.Check[user] != expected)
            {
                findings.Add(Figure.Stale, "a reader differs from the tenant",
                    $"{reader.Plan.Name}, user {user}: {reader.Check[user]} instead of {expected}");
            }
        }
    }

    // Changes are delivered at once. A sweep contains everything from before the step in which it is read.
    private void Compare()
    {
        int step = history.Step;
        foreach ((int user, int since) in _open)
        {
            bool isDue = !reader.Plan.ReadsSweeps || step - since > PatienceInSteps
                || (reader.DeliveredAt == step && since < step);
            int known = reader.Plan.ReadsSweeps ? step - 1 : step;
            if (isDue && history.Read(user, it => IsSettled(it, reader.Check[user], user, known)))
            {
                _open.Remove(user);
            }
        }
    }

    private bool IsSettled(UserHistory user, Look? seen, int number, int step)
    {
        Look? expected = user.IsWatched ? user.Answered : null;
        bool isCertain = !user.IsWatched || user.CertainSince <= step;
        if (seen == expected)
        {
            return isCertain || user.Answered is null;
        }

        if (!isCertain && (seen is null || user.Had(seen)))
        {
            return false;
        }

        findings.Add(Figure.Lost, "a change that the service answered",
            $"{reader.Plan.Name}, user {number}, knows {seen}\nanswered {expected}, sequence {user.AnsweredSequence}, "
            + $"in step {user.ChangedAt} of {history.Step}, added in step {user.AddedAt}");
        return true;
    }
}
