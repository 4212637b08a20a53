namespace PresenceClient.Emulator;

/// <summary>Makes the people of a tenant: the nth is the same for the same seed, however many there are.</summary>
internal static class PeopleSeeder
{
    public static EmulatedUser[] Seed(int count, int seed, string domain, TimeProvider clock)
    {
        var users = new EmulatedUser[count];
        var bearers = new int[Names.Given.Length * Names.Family.Length];
        DateTime now = clock.GetUtcNow().UtcDateTime;
        for (var i = 0; i < count; i++)
        {
            var random = new SeededRandom(seed, i);
            Guid id = random.NextGuid();
            int given = random.Next(Names.Given.Length);
            int family = random.Next(Names.Family.Length);
            int bearer = ++bearers[(given * Names.Family.Length) + family];
            users[i] = new EmulatedUser(id, DisplayName(given, family), Address(given, family, bearer, domain), clock);
            StateSeeder.Seed(users[i].Presence, ref random, now);
        }

        return users;
    }

    private static string DisplayName(int given, int family) =>
        $"{Names.Given[given].Display} {Names.Family[family].Display}";

    private static string Address(int given, int family, int bearer, string domain)
    {
        var local = $"{Names.Given[given].Address}.{Names.Family[family].Address}";
        return bearer == 1 ? $"{local}@{domain}" : $"{local}{bearer}@{domain}";
    }
}
