using PresenceClient;

namespace PresenceBoard;

/// <summary>Finds the people to show: those in the ids file, or the whole directory.</summary>
internal static class PeopleReader
{
    public static async Task<People> ReadAsync(
        UsersClient users,
        string? idsFile,
        Func<Stream> openInput,
        IProgress<LoadStep>? progress,
        CancellationToken stop)
    {
        if (idsFile is null)
        {
            return new People(await ListAsync(users, progress, stop), []);
        }

        IReadOnlyList<IdsEntry> entries = await IdsFile.ReadAsync(idsFile, openInput, stop);
        return await new NameResolver(users, progress).ResolveAsync(entries, stop);
    }

    private static async Task<List<DirectoryUser>> ListAsync(
        UsersClient users, IProgress<LoadStep>? progress, CancellationToken stop)
    {
        List<DirectoryUser> people = [];
        await foreach (DirectoryUser user in users.ListAsync(stop))
        {
            people.Add(user);
            progress?.Report(new LoadStep(LoadStep.People, people.Count, null));
        }

        return people;
    }
}
