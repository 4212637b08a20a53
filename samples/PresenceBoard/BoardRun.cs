using PresenceClient;

namespace PresenceBoard;

/// <summary>One run: connect, find the people, read their presences, then show them once or until the end.</summary>
internal static class BoardRun
{
    public static async Task<int> RunAsync(BoardOptions options, BoardHost host, CancellationToken stop)
    {
        // A picture that repaints itself is of no use in a file or a pipe.
        if (!host.CanRepaint)
            options = options with { Once = true };
        try
        {
            return await ShowAsync(options, host, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return options.Once ? ExitCode.Interrupted : ExitCode.Success;
        }
        catch (Exception e) when (FailureLine.For(e) is { } line)
        {
            host.Say(line);
            return ExitCode.Failure;
        }
    }

    private static async Task<int> ShowAsync(BoardOptions options, BoardHost host, CancellationToken stop)
    {
        await using Organization organization = await host.Connect(options, stop);
        PresencesClient presences = organization.Client.Presences;
        (People people, PresenceReadResult first) = await LoadingBar.RunAsync(host.Error, async progress =>
        {
            People found = await PeopleReader.ReadAsync(organization.Client, options.IdsFile, host.Input, progress, stop);
            return (found, await PresenceReader.ReadAsync(presences, found.Ids, progress, stop));
        });
        people.NotFound.ToList().ForEach(host.Say);

        Board board = Board.Of(people.Users).With(first, host.Time.GetUtcNow());
        if (options.Once)
            return OnceBoard.Show(board, first, options, host);

        var refresher = new Refresher(
            board, token => PresenceReader.ReadAsync(presences, people.Ids, null, token), options.Interval, host.Time);
        await new LiveBoard(host, refresher, new BoardView(organization.Name, options.Filter)).RunAsync(stop);
        return ExitCode.Success;
    }
}
