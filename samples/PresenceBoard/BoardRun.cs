using PresenceClient;

namespace PresenceBoard;

/// <summary>One run: connect, find the people, read their presences, then show them once or live.</summary>
internal static class BoardRun
{
    public static async Task<int> RunAsync(BoardOptions options, BoardHost host, CancellationToken stop)
    {
        // A file or a pipe cannot be repainted.
        if (!host.CanRepaint)
        {
            options = options with { Once = true };
        }

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
        PresenceServiceClient client = organization.Client;
        (People people, PresenceReadResult first) = await LoadingBar.RunAsync(host.Error, async progress =>
        {
            People found = await PeopleReader.ReadAsync(client.Users, options.IdsFile, host.OpenInput, progress, stop);
            return (found, await PresenceReader.ReadAsync(client.Presences, found.Ids, progress, stop));
        });
        foreach (string line in people.Skipped)
        {
            host.Say(line);
        }

        if (people.Users.Count == 0)
        {
            throw new BoardException("There is no one to show.");
        }

        Board board = Board.Of(people.Users).With(first, host.Time.GetUtcNow());
        if (options.Once)
        {
            return OnceBoard.Show(board, first, options, host);
        }

        var refresher = new Refresher(
            new Reading(board, FailureLine.For(first)),
            token => PresenceReader.ReadAsync(client.Presences, people.Ids, null, token),
            options.Interval,
            host.Time);
        var view = new BoardView(organization.Name, options.Filter, host.HasKeyboard);
        await new LiveBoard(host, refresher, view).RunAsync(stop);
        return ExitCode.Success;
    }
}
