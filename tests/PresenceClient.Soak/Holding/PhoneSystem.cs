using PresenceClient.Soak.Report;

namespace PresenceClient.Soak.Holding;

/// <summary>
/// The events of a phone system: it rings, it is answered, it ends, in random order. Each declares a state by the
/// keeper or by a hold of the current process.
/// </summary>
internal sealed class PhoneSystem(
    IReadOnlyList<DeclaredUser> users, LapseAudit lapses, Findings findings, Func<TimeSpan> now, Random random)
{
    private const double SecondsBetweenEvents = 1_200;

    private static readonly SessionPresence[] States = Enum.GetValues<SessionPresence>();

    private HoldingProcess _process = null!;

    /// <summary>The number of events.</summary>
    public int Events { get; private set; }

    /// <summary>How often a session was declared for a user who had none.</summary>
    public int Holds { get; private set; }

    /// <summary>The number of calls for holds that failed because of the faults.</summary>
    public int Failures { get; private set; }

    public bool IsIdle => users.All(static user => user.HoldCall.IsCompleted);

    /// <summary>Declares in a new process what was declared in the one before.</summary>
    public void DeclareAll(HoldingProcess process)
    {
        _process = process;
        foreach (DeclaredUser user in users)
        {
            bool holdIsLatest = user.HoldIsLatest;
            (user.Hold, user.HoldCall) = (null, Task.CompletedTask);
            Holds += user.IsDeclared ? 1 : 0;
            if (!holdIsLatest && user.Held is { } below)
            {
                user.HoldCall = HoldAsync(user, below);
            }

            if (user.Kept is { } kept)
            {
                Keep(user, kept);
            }

            if (holdIsLatest && user.Held is { } above)
            {
                user.HoldCall = HoldAsync(user, above);
            }
        }
    }

    /// <summary>Lets the events of some time happen.</summary>
    public void Act(TimeSpan time)
    {
        double due = users.Count * time.TotalSeconds / SecondsBetweenEvents;
        int count = (int)due + (random.Chance(due % 1) ? 1 : 0);
        for (int i = 0; i < count; i++)
        {
            DeclaredUser user = random.Pick(users);

            // Ringing, answered and hung up within a moment.
            for (int left = random.Chance(0.2) ? random.Next(2, 5) : 1; left > 0; left--)
            {
                Change(user);
            }
        }
    }

    private void Change(DeclaredUser user)
    {
        Events++;
        bool wasDeclared = user.IsDeclared;
        if (user.CanBeHeld && (!user.CanBeKept || random.Chance(0.5)))
        {
            ChangeHold(user);
        }
        else if (user.Kept is not null && random.Chance(0.4))
        {
            user.Kept = null;
            lapses.NoteEnd(user.Number);
            _process.Keeper.Clear(user.Id);
        }
        else
        {
            Keep(user, random.Pick(States));
        }

        Holds += user.IsDeclared && !wasDeclared ? 1 : 0;
    }

    private void Keep(DeclaredUser user, SessionPresence state)
    {
        (user.Kept, user.HoldIsLatest) = (state, false);
        _process.Keeper.Set(user.Id, state);
    }

    private void ChangeHold(DeclaredUser user)
    {
        if (user.HoldCall.IsCompleted)
        {
            user.HoldCall = user.Hold is not { } hold ? HoldAsync(user, random.Pick(States))
                : random.Chance(0.4) ? EndAsync(user, hold)
                : ChangeAsync(user, hold, random.Pick(States));
        }
    }

    private async Task HoldAsync(DeclaredUser user, SessionPresence state)
    {
        (user.Held, user.HoldIsLatest) = (state, true);
        await RunAsync(async () =>
        {
            PresenceHold hold = await _process.SessionOf(user).HoldAsync(state);
            user.Hold = hold;
            hold.Lost.Register(() => lapses.NoteLapse(user.Number, now(), isKept: false, hold.Failure));
        });
        if (user.Hold is null)
        {
            user.Held = null;
        }
    }

    private Task ChangeAsync(DeclaredUser user, PresenceHold hold, SessionPresence state)
    {
        (user.Held, user.HoldIsLatest) = (state, true);
        return RunAsync(() => hold.ChangeAsync(state));
    }

    private Task EndAsync(DeclaredUser user, PresenceHold hold)
    {
        (user.Held, user.Hold) = (null, null);
        return RunAsync(() => hold.EndAsync());
    }

    private async Task RunAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (PresenceException)
        {
            Failures++;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            findings.Add(Figure.Wrong, "a call fails with an unexpected exception", $"{e}");
        }
    }
}
