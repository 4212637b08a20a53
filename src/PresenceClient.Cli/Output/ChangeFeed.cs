using PresenceClient;

namespace PresenceBoard;

/// <summary>
/// Prints each change as one line of JSON. Standard output gets only the changes; trouble and recovery go to standard
/// error.
/// </summary>
internal sealed class ChangeFeed(BoardHost host, PresenceWatch watch, People people, StateFilter? filter)
{
    private static readonly TimeSpan LookAtPipe = TimeSpan.FromMilliseconds(500);

    private readonly PeopleIndex _people = new(people.Users);
    private DateTimeOffset? _troubleSince;

    /// <summary>Follows presence until it is stopped, or until the reader of a pipe closes it.</summary>
    public Task RunAsync(CancellationToken stop) => Concurrently.RunAsync(stop, PrintAsync, WaitUntilClosedAsync);

    private async Task PrintAsync(CancellationToken stop)
    {
        await foreach (PresenceSweep sweep in watch.ReadSweepsAsync(cancellationToken: stop))
        {
            SayTrouble(sweep.Status);
            foreach (PresenceChange change in sweep.Changes.Where(change => filter?.Matches(change) != false))
            {
                JsonOutput.WriteLine(host.Output.Profile.Out.Writer, new ChangeEntry(change, _people[change.UserId]));
            }
        }
    }

    private async Task WaitUntilClosedAsync(CancellationToken stop)
    {
        using var looks = new PeriodicTimer(LookAtPipe, host.Time);
        while (!host.IsOutputClosed())
        {
            await looks.WaitForNextTickAsync(stop);
        }
    }

    private void SayTrouble(PresenceWatchStatus status)
    {
        if (_troubleSince is null && status.TroubleSince is { } began)
        {
            host.Say(TroubleText.Began(host.Local(began), status.Failure));
        }
        else if (_troubleSince is { } since && status.TroubleSince is null)
        {
            host.Say(TroubleText.Ended(host.Local(since), host.Time.GetLocalNow()));
        }

        _troubleSince = status.TroubleSince;
    }
}
