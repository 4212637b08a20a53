namespace PresenceService.People;

/// <summary>A person of a tenant's directory.</summary>
internal sealed record Person(string Id, string Name);
