namespace PresenceClient.Cli;

/// <summary>
/// Turns the entries of ids files and of arguments into people. Presence takes only ids, so names are looked up, 15 to
/// a request; an id costs no request.
/// </summary>
internal static class NameResolver
{
    private const int MostAlike = 5;

    /// <summary>Finds the people, each once, and explains every entry that leads to no one.</summary>
    public static async Task<People> ResolveAsync(
        UsersClient users, IReadOnlyList<IdsEntry> entries, CancellationToken stop)
    {
        UserResolveResult names = await users.ResolveAsync(
            entries.Select(entry => entry.SignInName).OfType<string>(), stop);
        var failures = names.Failures.ToDictionary(
            outcome => outcome.Name, outcome => outcome.Exception!, StringComparer.OrdinalIgnoreCase);

        List<DirectoryUser> found = [];
        List<string> malformed = [];
        List<string> missing = [];
        List<string> failed = [];
        foreach (IdsEntry entry in entries)
        {
            if (entry.ObjectId is { } id)
            {
                found.Add(new DirectoryUser { Id = id });
            }
            else if (entry.SignInName is not { } name)
            {
                malformed.Add(entry.Say("is neither an object id nor a sign-in name. "
                    + "Write one of them on each line, and nothing else."));
            }
            else if (names.TryGetValue(name, out DirectoryUser? user))
            {
                found.Add(user);
            }
            else if (failures.TryGetValue(name, out PresenceException? failure))
            {
                failed.Add(entry.Say($"could not be looked up: {failure.Message}"));
            }
            else
            {
                missing.Add(entry.Say("is not the sign-in name of any user."));
            }
        }

        return new People(
            [.. found.DistinctBy(user => user.Id, StringComparer.OrdinalIgnoreCase)],
            [.. Shorten(malformed), .. missing, .. Shorten(failed)])
        {
            Skipped = malformed.Count + missing.Count + failed.Count,
            IsIncomplete = failed.Count > 0,
        };
    }

    // A file of the wrong kind, or a service that is down, gives the same message for each line.
    private static List<string> Shorten(List<string> alike) => (alike.Count - MostAlike) switch
    {
        <= 0 => alike,
        1 => [.. alike.Take(MostAlike), "1 more line is like this."],
        int more => [.. alike.Take(MostAlike), $"{StateText.Count(more)} more lines are like this."],
    };
}
