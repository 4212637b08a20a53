namespace PresenceService.People;

/// <summary>A team, with the ids of its members.</summary>
internal sealed record Team(string Id, string Name, IReadOnlyList<string> Members);
