using PresenceClient;

namespace CallStatusSync;

/// <summary>The people of the phone system by their names. Presence takes object ids, so names are looked up.</summary>
internal sealed class People(UsersClient users, SyncReport report)
{
    // Null for a name that no user has: it is reported once.
    private readonly Dictionary<string, Person?> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Person> _byId = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks up many names, 15 with each request. Names that lead to no one are reported.</summary>
    public async Task LookUpAsync(IEnumerable<string> names, CancellationToken stop)
    {
        foreach (UserResolveOutcome outcome in await users.ResolveAsync(
            names.Where(name => !DirectoryUser.IsObjectId(name)), stop))
        {
            if (outcome.IsFailed)
            {
                // The next event of the person looks it up again.
                report.Problem($"'{outcome.Name}' could not be looked up: {outcome.Exception.Message}");
                continue;
            }

            if (outcome.IsMissing)
            {
                report.Problem($"No user of the tenant has the sign-in name '{outcome.Name}'. Events of this person "
                    + "are skipped. Correct the name in the phone system.");
            }

            _byName[outcome.Name] = outcome.User is { } user ? Add(user.Id, user.DisplayName ?? outcome.Name) : null;
        }
    }

    /// <summary>Finds a person; null if no user has this name, or if the lookup failed.</summary>
    public async Task<Person?> FindAsync(string who, CancellationToken stop)
    {
        if (DirectoryUser.IsObjectId(who))
        {
            return Add(Guid.Parse(who).ToString(), who);
        }

        if (!_byName.ContainsKey(who))
        {
            await LookUpAsync([who], stop);
        }

        return _byName.GetValueOrDefault(who);
    }

    // An object id and a sign-in name can be of one person.
    private Person Add(string id, string name)
    {
        if (!_byId.TryGetValue(id, out Person? person))
        {
            _byId.Add(id, person = new Person(id, name));
        }

        return person;
    }
}
