using PresenceClient;

namespace PresenceBoard;

/// <summary>Finds out whom to show: those whom a file names, or the whole directory.</summary>
internal static class PeopleReader
{
    public static async Task<People> ReadAsync(
        UsersClient users, string? idsFile, TextReader input, IProgress<LoadStep>? progress, CancellationToken stop)
    {
        if (idsFile is null)
            return new People(await ListAsync(users, progress, stop), []);
        IReadOnlyList<string> names = await IdsFile.ReadAsync(idsFile, input, stop);
        return await new NameResolver(users, progress).ResolveAsync(names, stop);
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
