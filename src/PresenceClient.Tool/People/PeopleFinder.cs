namespace PresenceClient.Tool;

/// <summary>Finds the people that the arguments mean.</summary>
internal static class PeopleFinder
{
    /// <summary>Finds them, says on standard error which words lead to no one, and fails if none leads to a user.
    /// </summary>
    public static async Task<FoundPeople> FindAsync(
        PresenceServiceClient client, Who who, CliHost host, CancellationToken stop)
    {
        FoundPeople found = await LoadingBar.RunAsync(
            host.Error, progress => FindAsync(client, who, host, progress, stop));
        foreach (string line in found.People.Notes)
        {
            host.Say(line);
        }

        return found.Users.Count > 0
            ? found
            : throw new CliException(who.Words.Count > 0
                ? "None of them leads to a user. Correct the names, or look them up in the right tenant."
                : "The directory lists no users. Check the tenant.");
    }

    private static async Task<FoundPeople> FindAsync(
        PresenceServiceClient client, Who who, CliHost host, IProgress<LoadStep>? progress, CancellationToken stop)
    {
        if (who.Words.Count == 0)
        {
            return new FoundPeople(await PeopleReader.ReadAsync(client, null, who.Group, progress, stop), null);
        }

        List<IdsEntry> entries = [];
        UserPresence? mine = null;
        foreach (string word in who.Words)
        {
            if (Who.IsMine(word))
            {
                mine ??= await client.Me.GetPresenceAsync(stop);
                entries.Add(new IdsEntry(null, mine.Id));
            }
            else if (Who.IsFile(word))
            {
                entries.AddRange(await IdsFile.ReadAsync(word, host.OpenInput, stop));
            }
            else
            {
                entries.Add(new IdsEntry(null, word.Trim()));
            }
        }

        return new FoundPeople(await PeopleReader.ReadAsync(client, entries, null, progress, stop), mine);
    }
}
