namespace PresenceClient.Tool;

/// <summary>Prints the presences of people.</summary>
internal static class Presences
{
    /// <summary>Prints each person whose presence was read, in the order of the people.</summary>
    /// <returns>How many were printed.</returns>
    public static int Print(
        FoundPeople people, PresenceReadResult read, StateFilter? filter, OutputFormat format, CliHost host)
    {
        List<PresenceRow> rows = [];
        foreach (DirectoryUser user in people.Users)
        {
            if (read.TryGetValue(user.Id, out UserPresence? presence) && filter?.Matches(presence) != false)
            {
                // A program gets only what the directory says.
                DirectoryUser shown = format == OutputFormat.Table
                    ? user with { DisplayName = people.NameOf(user) }
                    : user;
                rows.Add(new PresenceRow(shown, presence, null));
            }
        }

        PresenceReport.Print(rows, format, host);
        return rows.Count;
    }
}
