namespace PresenceClient.Cli;

/// <summary>People in their order, and by id.</summary>
internal sealed class PeopleIndex(IReadOnlyList<DirectoryUser> users)
{
    private readonly Dictionary<string, DirectoryUser> _byId =
        users.ToDictionary(user => user.Id, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<DirectoryUser> Users => users;

    public DirectoryUser this[string id] => _byId[id];
}
