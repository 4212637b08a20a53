namespace PresenceService.People;

/// <summary>The people of a tenant who can sign in, and its teams.</summary>
internal sealed record TenantPeople(IReadOnlyList<Person> People, IReadOnlyList<Team> Teams)
{
    /// <summary>Finds a team by its name or its id; null if there is none.</summary>
    public Team? FindTeam(string nameOrId) =>
        Teams.FirstOrDefault(team => team.Id == nameOrId)
        ?? Teams.FirstOrDefault(team => team.Name.Equals(nameOrId, StringComparison.OrdinalIgnoreCase));
}
