using PresenceClient;

namespace PresenceBoard;

/// <summary>Finds the people to show: those in the ids file, the members of a group, or the whole directory.</summary>
internal static class PeopleReader
{
    public static async Task<People> ReadAsync(
        PresenceServiceClient client,
        BoardOptions options,
        Func<Stream> openInput,
        IProgress<LoadStep>? progress,
        CancellationToken stop)
    {
        if (options.IdsFile is { } file)
        {
            IReadOnlyList<IdsEntry> entries = await IdsFile.ReadAsync(file, openInput, stop);
            progress?.Report(new LoadStep(LoadStep.People, 0, null));
            return await NameResolver.ResolveAsync(client.Users, entries, stop);
        }

        return options.Group is { } group
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
                : throw new BoardException($"--group: the group '{id}' has no users. Name a group with members.");
        }
        catch (PresenceNotFoundException e)
        {
            throw new BoardException(
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
