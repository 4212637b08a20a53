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
            PresenceReadResult seen = await client.Presences.GetAsync(
                people.Select(one => one.Person.Id),
                new PresenceReadOptions { OnFailure = PresenceFailureMode.Collect },
                limit.Token);
            foreach (Shown one in people)
            {
                left += await IsLeftAsync(one, VerdictOf(one, seen), limit.Token) ? 1 : 0;
            }
        }
        catch (OperationCanceledException)
        {
            report.Problem($"The check did not end within {TimeLimit.TotalSeconds:0} seconds. {Expiry}");
            return false;
        }
        catch (PresenceException e)
        {
            report.Problem($"It could not be checked whether someone is left in a call. {Expiry} {e.Message}");
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

    // Null if it could not be read.
    private static PresenceVerdict? VerdictOf(Shown one, PresenceReadResult seen) =>
        seen.TryGetValue(one.Person.Id, out UserPresence? presence)
            ? PresenceExplanation.Of(presence, one.Presence).Verdict
            : null;

    private async Task<bool> IsLeftAsync(Shown one, PresenceVerdict? verdict, CancellationToken stop)
    {
        if (verdict is PresenceVerdict.NoSession or PresenceVerdict.CannotTell)
        {
            // It does not show.
            return false;
        }

        try
        {
            // It shows, or something hides it. False if there was no session: the person is in a call in Teams, or
            // Graph does not show the clear yet.
            if (await client.Users[one.Person.Id].Session.ClearAsync(stop) && verdict == PresenceVerdict.Visible)
            {
                report.Notice($"{one.Person.Name} may have been left in a call until now.");
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
