using System.Globalization;
using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Seeding;

/// <summary>
/// Creates the users of a tenant: first those added by name, then the generated ones. The nth generated user is the
/// same for the same seed, however many users there are.
/// </summary>
internal static class PeopleSeeder
{
    private const int Cycle = 25;

    private const int PlaceOfRoom = 23;

    public static EmulatedUser[] Seed(Tenant tenant)
    {
        IReadOnlyList<AddedUser> added = tenant.Options.AddedUsers;
        int seed = tenant.Options.Seed;
        var users = new EmulatedUser[added.Count + tenant.Options.Users];
        for (int i = 0; i < added.Count; i++)
        {
            users[i] = Make(tenant, i, added[i]);
        }

        var taken = new HashSet<string>(added.Select(user => user.Address), StringComparer.OrdinalIgnoreCase);
        int[] bearers = new int[Names.Given.Length * Names.Family.Length];
        for (int i = added.Count; i < users.Length; i++)
        {
            int number = i - added.Count;
            var random = new SeededRandom(seed, number);
            (Guid id, int given, int family) = Draw(ref random);
            ref int bearer = ref bearers[(given * Names.Family.Length) + family];
            do
            {
                users[i] = Make(tenant, i, number, id, DisplayName(given, family), Local(given, family, ++bearer));
            }
            while (taken.Count > 0 && taken.Contains(users[i].UserPrincipalName));
        }

        return users;
    }

    private static EmulatedUser Make(Tenant tenant, int place, AddedUser user) =>
        new(tenant, place, user.MakeId(tenant.Options.Seed), user.DisplayName, user.Address)
        {
            AccountEnabled = user.AccountEnabled,
            Mail = user.GuestMail ?? user.Address,
            UserType = user.GuestMail is null ? EmulatedUser.Member : EmulatedUser.Guest,
        };

    /// <summary>
    /// Creates the nth generated user. The first 25 are employees, so that small tenants have no others. Of each
    /// further 25, three are not employees.
    /// </summary>
    private static EmulatedUser Make(Tenant tenant, int place, int number, Guid id, string name, string local)
    {
        switch (number < Cycle ? 0 : number % Cycle)
        {
            case 11:
                string mail = $"{local}@{EmulatedDomain.Guests}";
                return new(tenant, place, id, name, EmulatedDomain.GuestSignInName(mail))
                {
                    Mail = mail,
                    UserType = EmulatedUser.Guest,
                };
            case 17:
                return new(tenant, place, id, name, $"{local}@{EmulatedDomain.Tenant}") { AccountEnabled = false };
            case PlaceOfRoom:
                string room = string.Create(CultureInfo.InvariantCulture, $"Room {number / Cycle}");
                return new(tenant, place, id, room, $"room.{local}@{EmulatedDomain.Tenant}") { AccountEnabled = false };
            default:
                return new(tenant, place, id, name, $"{local}@{EmulatedDomain.Tenant}");
        }
    }

    /// <summary>Returns whether the nth generated user is a room.</summary>
    public static bool IsRoom(int number) => number >= Cycle && number % Cycle == PlaceOfRoom;

    /// <summary>Returns the random sequence of the nth generated user, positioned after the identity.</summary>
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

    private static string Local(int given, int family, int bearer)
    {
        string local = $"{Names.Given[given].Address}.{Names.Family[family].Address}";
        return bearer == 1 ? local : string.Create(CultureInfo.InvariantCulture, $"{local}{bearer}");
    }
}
