using PresenceClient;

namespace PresenceBoard;

/// <summary>One run: connect, find the people, then print their presence once, or follow it.</summary>
internal static class BoardRun
{
    public static async Task<int> RunAsync(BoardOptions options, CliHost host, CancellationToken stop)
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

    private static async Task<int> ShowAsync(BoardOptions options, CliHost host, CancellationToken stop)
    {
        // A report for the same seed is always the same.
        Target target = options.Target with { IsLive = !options.Once };
        await using Organization organization = await host.Connect(target, stop);
        PresenceServiceClient client = organization.Client;
        (People people, PresenceReadResult? read) = await LoadingBar.RunAsync(host.Error, async progress =>
        {
            IReadOnlyList<IdsEntry>? entries = options.IdsFile is { } file
                ? await ReadIdsAsync(file, host, stop)
                : null;
            People found = await PeopleReader.ReadAsync(client, entries, options.Group, progress, stop);
            return (found, options.Once
                ? await PresenceReader.ReadAsync(client.Presences, found.Ids, progress, stop)
                : null);
        });
        foreach (string line in people.Notes)
        {
            host.Say($"--ids: {line}");
        }

        if (people.Users.Count == 0)
        {
            throw new CliException(options.IdsFile is null
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

    private static async Task<IReadOnlyList<IdsEntry>> ReadIdsAsync(string file, CliHost host, CancellationToken stop)
    {
        try
        {
            return await IdsFile.ReadAsync(file, host.OpenInput, stop);
        }
        catch (CliException e)
        {
            throw new CliException($"--ids: {e.Message}", e);
        }
    }

    private static async Task FollowAsync(
        Organization organization, People people, BoardOptions options, CliHost host, CancellationToken stop)
    {
        await using PresenceWatch watch = organization.Client.Presences.CreateWatch(
            new PresenceWatchOptions { Interval = options.Interval });
        watch.Users.Add(people.Ids);
        if (options.Follow)
        {
            await new ChangeFeed(host, watch, people, options.Filter, JsonOutput.WriteChange).RunAsync(stop);
            return;
        }

        var first = new BoardState(Board.Of(people.Users), options.Filter);
        var view = new BoardView(organization.Name, options.Filter, host.HasKeyboard) { Skipped = people.Skipped };
        await new LiveBoard(host, watch, first, view).RunAsync(stop);
    }
}
