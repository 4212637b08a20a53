using System.Globalization;
using PresenceClient.Emulator.Life;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Seeding;

/// <summary>
/// Makes the groups of a tenant: all of the company, its departments, and their teams. The nth team is the same for the
/// same seed, however many there are.
/// </summary>
internal static class GroupSeeder
{
    private const int TeamsOfDepartment = 8;

    private static readonly string[] Departments =
        ["Engineering", "Sales", "Marketing", "Support", "Finance", "Operations", "Legal", "People"];

    public static SeededGroup[] Seed(Tenant tenant)
    {
        int added = tenant.Options.AddedUsers.Count;
        SeededGroup[] teams =
        [
            .. tenant.People.Skip(added).Chunk(Habits.TeamSize)
                .Select((crew, number) => MakeTeam(tenant, number, crew)),
        ];
        SeededGroup[] departments =
        [
            .. teams.Chunk(TeamsOfDepartment).Select((part, number) => MakeDepartment(tenant, number, part)),
        ];

        // Users who were added by name are in no team, so that they leave the teams as they are.
        var company = new SeededGroup(
            tenant.MakeGroup(0, "All Company"), new GroupMembers(tenant.People[..added], GroupsOf(departments)));
        return [company, .. departments, .. teams];
    }

    private static SeededGroup MakeTeam(Tenant tenant, int number, EmulatedUser[] crew)
    {
        int first = number * Habits.TeamSize;
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"{NameOf(number / TeamsOfDepartment)} Team {(number % TeamsOfDepartment) + 1}");
        EmulatedUser[] people = [.. crew.Where((_, place) => !PeopleSeeder.IsRoom(first + place))];
        return new SeededGroup(tenant.MakeGroup((2 * number) + 1, name), new GroupMembers(people, []));
    }

    // The head of a department is a direct member of it, and of the first team as well.
    private static SeededGroup MakeDepartment(Tenant tenant, int number, SeededGroup[] teams) => new(
        tenant.MakeGroup((2 * number) + 2, NameOf(number)),
        new GroupMembers([.. teams[0].Members.Users.Take(1)], GroupsOf(teams)));

    private static EmulatedGroup[] GroupsOf(SeededGroup[] groups) => Array.ConvertAll(groups, one => one.Group);

    private static string NameOf(int department)
    {
        string name = Departments[department % Departments.Length];
        int round = department / Departments.Length;
        return round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {round + 1}");
    }
}
