namespace PresenceClient.Cli;

/// <summary>
/// Prints each change as one line. Standard output gets only the changes; trouble and recovery go to standard error.
/// </summary>
/// <param name="host">The surroundings.</param>
/// <param name="watch">The watch.</param>
/// <param name="people">The people that it watches.</param>
/// <param name="filter">Which changes to print; null for all.</param>
/// <param name="print">Prints a change of a person to standard output.</param>
internal sealed class ChangeFeed(
    CliHost host,
    PresenceWatch watch,
    People people,
    StateFilter? filter,
    Action<TextWriter, PresenceChange, DirectoryUser> print)
{
    private static readonly TimeSpan LookAtPipe = TimeSpan.FromMilliseconds(500);

    private readonly PeopleIndex _people = new(people.Users);
    private DateTimeOffset? _troubleSince;

    /// <summary>Follows presence until it is stopped, or until the reader of a pipe closes it.</summary>
    public Task RunAsync(CancellationToken stop) => Concurrently.RunAsync(stop, PrintAsync, WaitUntilClosedAsync);

    private async Task PrintAsync(CancellationToken stop)
    {
        TextWriter output = host.Output.Profile.Out.Writer;
        await foreach (PresenceSweep sweep in watch.ReadSweepsAsync(cancellationToken: stop))
        {
            SayTrouble(sweep.Status);
            foreach (PresenceChange change in sweep.Changes.Where(change => filter?.Matches(change) != false))
            {
                print(output, change, _people[change.UserId]);
            }

            await output.FlushAsync(stop);
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
