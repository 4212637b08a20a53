namespace PresenceClient.Emulator;

/// <summary>Makes the people of a tenant: the nth is the same for the same seed, however many there are.</summary>
internal static class PeopleSeeder
{
    public static EmulatedUser[] Seed(int count, int seed, Tenant tenant)
    {
        var users = new EmulatedUser[count];
        var bearers = new int[Names.Given.Length * Names.Family.Length];
        for (var i = 0; i < count; i++)
        {
            var random = new SeededRandom(seed, i);
            (Guid id, int given, int family) = Draw(ref random);
            int bearer = ++bearers[(given * Names.Family.Length) + family];
            users[i] = new EmulatedUser(tenant, i, id, DisplayName(given, family), Address(given, family, bearer));
        }

        return users;
    }

    /// <summary>The nth person's random sequence, from where that person's identity has been drawn.</summary>
    public static SeededRandom AfterIdentity(int seed, int number)
    {
        var random = new SeededRandom(seed, number);
        Draw(ref random);
        return random;
    }

    private static (Guid Id, int Given, int Family) Draw(ref SeededRandom random) =>
        (random.NextGuid(), random.Next(Names.Given.Length), random.Next(Names.Family.Length));

    private static string DisplayName(int given, int family) =>
        $"{Names.Given[given].Display} {Names.Family[family].Display}";

    private static string Address(int given, int family, int bearer)
    {
        var local = $"{Names.Given[given].Address}.{Names.Family[family].Address}";
        return bearer == 1 ? $"{local}@{Tenant.Domain}" : $"{local}{bearer}@{Tenant.Domain}";
    }
}
