namespace PresenceService.Endpoints;

/// <summary>Users in the order asked, and whom the tenant left out.</summary>
internal sealed record PresencesAnswer(IReadOnlyList<PresenceAnswer> Presences, IReadOnlyList<string> Missing);
