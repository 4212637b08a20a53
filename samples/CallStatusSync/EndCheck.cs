using PresenceClient;

namespace CallStatusSync;

/// <summary>Checks, after the keeper has ended, that no one is left in a call.</summary>
internal sealed class EndCheck(PresenceServiceClient client, SyncReport report, TimeProvider time)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <summary>Checks everyone whose presence was ever set.</summary>
    /// <returns>Whether no one is left in a call.</returns>
    public async Task<bool> RunAsync(ICollection<Shown> people)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        int left = 0;
        try
        {
            foreach (Shown one in await SuspectsAsync(people, limit.Token))
            {
                left += await IsLeftAsync(one, limit.Token) ? 1 : 0;
            }
        }
        catch (OperationCanceledException)
        {
            report.Problem($"The check did not end within {TimeLimit.TotalSeconds:0} seconds. {Expiry}");
            return false;
        }

        if (left == 0)
        {
            report.Line("No one is left in a call.");
        }

        return left == 0;
    }

    private static string Expiry =>
        $"A presence that is left ends by itself after {new PresenceKeeperOptions().Expiry.TotalMinutes:0} minutes.";

    // Those who still show it, and those of whom it cannot be seen because something hides it.
    private async Task<List<Shown>> SuspectsAsync(ICollection<Shown> people, CancellationToken stop)
    {
        PresenceReadResult result = await client.Presences.GetAsync(
            people.Select(one => one.Person.Id),
            new PresenceReadOptions { OnFailure = PresenceFailureMode.Collect },
            stop);
        return [.. people.Where(one => !result.TryGetValue(one.Person.Id, out UserPresence? seen)
            || PresenceExplanation.Of(seen, one.Presence).Verdict
                is not (PresenceVerdict.NoSession or PresenceVerdict.CannotTell))];
    }

    private async Task<bool> IsLeftAsync(Shown one, CancellationToken stop)
    {
        try
        {
            // False if there was no session: the person is in a call in Teams, or Graph does not show the clear yet.
            if (await client.Users[one.Person.Id].Session.ClearAsync(stop))
            {
                report.Notice($"{one.Person.Name} was left in a call, and is no longer.");
            }

            return false;
        }
        catch (PresenceException e)
        {
            report.Problem($"{one.Person.Name} may be left in a call. {Expiry} {e.Message}");
            return true;
        }
    }
}
