namespace PresenceClient.Presences.Watching;

/// <summary>What a reader meets next.</summary>
/// <param name="Change">The next change; null if there is none, at least not yet.</param>
/// <param name="News">Done when there is more, where there is nothing now; else null.</param>
/// <param name="IsPending">Whether the change is one that was pending, after all users were met.</param>
internal readonly record struct ReadStep(PresenceChange? Change, Task? News = null, bool IsPending = false);
