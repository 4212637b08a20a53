namespace PresenceClient.Emulator;

/// <summary>
/// Makes the people of a tenant: first those asked for by name, then the seed's own, of whom the nth is the same for
/// the same seed, however many there are.
/// </summary>
internal static class PeopleSeeder
{
    public static EmulatedUser[] Seed(Tenant tenant)
    {
        IReadOnlyList<AddedUser> added = tenant.Options.AddedUsers;
        int seed = tenant.Options.Seed;
        var users = new EmulatedUser[added.Count + tenant.Options.Users];
        for (var i = 0; i < added.Count; i++)
            users[i] = new EmulatedUser(tenant, i, added[i].MakeId(seed), added[i].DisplayName, added[i].Address);

        var taken = new HashSet<string>(added.Select(user => user.Address), StringComparer.OrdinalIgnoreCase);
        var bearers = new int[Names.Given.Length * Names.Family.Length];
        for (int i = added.Count; i < users.Length; i++)
        {
            var random = new SeededRandom(seed, i - added.Count);
            (Guid id, int given, int family) = Draw(ref random);
            ref int bearer = ref bearers[(given * Names.Family.Length) + family];
            string address;
            do
                address = Address(given, family, ++bearer);
            while (taken.Count > 0 && taken.Contains(address));
            users[i] = new EmulatedUser(tenant, i, id, DisplayName(given, family), address);
        }

        return users;
    }

    /// <summary>The random sequence of the seed's nth person, from where the identity has been drawn.</summary>
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
