namespace PresenceClient.Cli;

/// <summary>Explains an answer in which no presence is known.</summary>
internal static class UnknownText
{
    /// <summary>What to say where no presence at all is known; null where one is.</summary>
    public static string? For(IReadOnlyCollection<UserPresence> presences) =>
        presences.Count > 0 && presences.All(read => read.Availability == PresenceAvailability.PresenceUnknown)
            ? "No presence is known: the service answered PresenceUnknown for everyone "
                + $"({StateText.Count(presences.Count)}). "
                + "Usual causes: the tenant does not have these ids, or has no mailboxes in the cloud. "
                + "Check the ids and the tenant."
            : null;
}
