namespace PresenceClient.Soak.Emulated;

/// <summary>
/// The numbers of the users: first those of the tenant, then ids that the tenant does not have.
/// </summary>
internal sealed class UserNumbers(IReadOnlyList<string> ids)
{
    private readonly Dictionary<Guid, int> _numbers =
        ids.Select(static (id, number) => (Guid.Parse(id), number)).ToDictionary();

    public int Count => ids.Count;

    public string IdOf(int user) => ids[user];

    public int Of(Guid id) => _numbers[id];

    /// <summary>The number of a user; null for an unknown id.</summary>
    public int? Find(string id) =>
        Guid.TryParse(id, out Guid guid) && _numbers.TryGetValue(guid, out int number) ? number : null;
}
