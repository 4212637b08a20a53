namespace PresenceClient.Cli;

/// <summary>Finds people by their ids and sign-in names, in a group, or in the whole directory.</summary>
internal static class PeopleReader
{
    /// <param name="client">The client.</param>
    /// <param name="entries">The ids and sign-in names; null for a group or the whole directory.</param>
    /// <param name="group">The object id of the group; null for the whole directory.</param>
    /// <param name="progress">Receives each step.</param>
    /// <param name="stop">Cancels the reading.</param>
    public static async Task<People> ReadAsync(
        PresenceServiceClient client,
        IReadOnlyList<IdsEntry>? entries,
        string? group,
        IProgress<LoadStep>? progress,
        CancellationToken stop)
    {
        if (entries is not null)
        {
            progress?.Report(new LoadStep(LoadStep.People, 0, null));
            return await NameResolver.ResolveAsync(client.Users, entries, stop);
        }

        return group is not null
            ? await ReadGroupAsync(client.Groups[group], group, progress, stop)
            : new People(await ListAsync(client.Users.ListAsync(stop), progress), []);
    }

    private static async Task<People> ReadGroupAsync(
        GroupClient group, string id, IProgress<LoadStep>? progress, CancellationToken stop)
    {
        try
        {
            List<DirectoryUser> members = await ListAsync(group.ListMembersAsync(stop), progress);
            return members.Count > 0
                ? new People(members, [])
                : throw new CliException($"--group: the group '{id}' has no users. Name a group with members.");
        }
        catch (PresenceNotFoundException e)
        {
            throw new CliException(
                $"--group: the organization has no group '{id}'. Use the object id of a group or a team; "
                    + "the Microsoft Entra admin center shows it.",
                e);
        }
    }

    private static async Task<List<DirectoryUser>> ListAsync(
        IAsyncEnumerable<DirectoryUser> users, IProgress<LoadStep>? progress)
    {
        // A directory that changes between two pages can list a user twice.
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        List<DirectoryUser> people = [];
        await foreach (DirectoryUser user in users)
        {
            if (ids.Add(user.Id))
            {
                people.Add(user);
                progress?.Report(new LoadStep(LoadStep.People, people.Count, null));
            }
        }

        return people;
    }
}
