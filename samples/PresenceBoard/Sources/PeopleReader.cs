using PresenceClient;

namespace PresenceBoard;

/// <summary>Finds out whom to show: those whom a file names, or the whole directory.</summary>
internal static class PeopleReader
{
    public static async Task<People> ReadAsync(
        PresenceServiceClient client, string? idsFile, TextReader input, IProgress<LoadStep>? progress, CancellationToken stop)
    {
        People people = idsFile is null
            ? new People(await ListAsync(client.Users, progress, stop), [])
            : await new NameResolver(client.Users, progress).ResolveAsync(await IdsFile.ReadAsync(idsFile, input, stop), stop);
        return people.Users.Count > 0 ? people : throw NobodyIn(idsFile, people.NotFound);
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

    private static BoardException NobodyIn(string? idsFile, IReadOnlyList<string> notFound) => new(
        idsFile is null ? "The directory has no users."
        : notFound.Count == 0 ? "--ids: there is no id or sign-in name in it."
        : $"--ids: none of its {notFound.Count} names is known. The first: {notFound[0]}");
}
