namespace PresenceService.Endpoints;

/// <summary>Users in the order asked, and the ids that the tenant did not return.</summary>
internal sealed record PresencesAnswer(IReadOnlyList<PresenceAnswer> Presences, IReadOnlyList<string> Missing);
