namespace PresenceClient.Tests.Presences.Watching;

/// <summary>A request as the service got it.</summary>
/// <param name="Ids">The users that it asks for.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When it came.</param>
internal sealed record WatchRequest(string[] Ids, int Number, DateTimeOffset At);
