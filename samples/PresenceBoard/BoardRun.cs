using PresenceClient;

namespace PresenceBoard;

/// <summary>One run: connect, find the people, then print their presence once, or follow it.</summary>
internal static class BoardRun
{
    public static async Task<int> RunAsync(BoardOptions options, BoardHost host, CancellationToken stop)
    {
        // A file or a pipe cannot be repainted.
        if (!host.CanRepaint && !options.Follow)
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
        (People people, PresenceReadResult? read) = await LoadingBar.RunAsync(host.Error, async progress =>
        {
            People found = await PeopleReader.ReadAsync(client, options, host.OpenInput, progress, stop);
            return (found, options.Once
                ? await PresenceReader.ReadAsync(client.Presences, found.Ids, progress, stop)
                : null);
        });
        foreach (string line in people.Notes)
        {
            host.Say(line);
        }

        if (people.Users.Count == 0)
        {
            throw new BoardException(options.IdsFile is null
                ? "The directory lists no users. Check the tenant."
                : "--ids: no line leads to a user. Correct the lines above.");
        }

        if (read is not null)
        {
            int exitCode = OnceBoard.Show(Board.Of(people.Users, read), read, options, host);
            return people.IsIncomplete ? ExitCode.Failure : exitCode;
        }

        await FollowAsync(organization, people, options, host, stop);
        return ExitCode.Success;
    }

    private static async Task FollowAsync(
        Organization organization, People people, BoardOptions options, BoardHost host, CancellationToken stop)
    {
        await using PresenceWatch watch = organization.Client.Presences.CreateWatch(
            new PresenceWatchOptions { Interval = options.Interval });
        watch.Users.Add(people.Ids);
        if (options.Follow)
        {
            await new ChangeFeed(host, watch, people, options.Filter).RunAsync(stop);
            return;
        }

        var first = new BoardState(Board.Of(people.Users), options.Filter);
        var view = new BoardView(organization.Name, options.Filter, host.HasKeyboard) { Skipped = people.Skipped };
        await new LiveBoard(host, watch, first, view).RunAsync(stop);
    }
}
