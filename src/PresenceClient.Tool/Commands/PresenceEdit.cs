namespace PresenceClient.Tool;

/// <summary>A change of a presence, of a user by id or of the person who signed in.</summary>
/// <param name="Of">Creates the change for a user.</param>
/// <param name="Mine">Changes the presence of the person who signed in.</param>
internal sealed record PresenceEdit(
    Func<string, PresenceWrite> Of, Func<MeClient, CancellationToken, Task> Mine);
