namespace PresenceClient.Emulator;

/// <summary>Every operation that the emulator serves, and the way from a path to it.</summary>
internal static class OperationTable
{
    private const string MyPresence = "/me/presence";
    private const string UserPresencePath = "/users/{user-id}/presence";
    private const string PresencePath = "/communications/presences/{presence-id}";

    public static readonly GraphOperation[] All =
    [
        new("me.presence.get", "GET", MyPresence, PermissionRules.ReadMe, PresenceReads.Get),
        new("users.presence.get", "GET", UserPresencePath, PermissionRules.ReadUser, PresenceReads.Get),
        new("communications.presences.get", "GET", PresencePath, PermissionRules.ReadUser,
            PresenceReads.GetByPresenceId),
        new("communications.getPresencesByUserId", "POST", "/communications/getPresencesByUserId",
            PermissionRules.ReadMany, BulkRead.Prepare),
        new("users.list", "GET", "/users", PermissionRules.ListUsers, DirectoryReads.List),
        new("users.get", "GET", "/users/{user-id}", PermissionRules.GetUser, DirectoryReads.Get)
        {
            TakesNames = true,
        },
        .. Writes("setPresence", SetPresence.Read),
        .. Writes("clearPresence", ClearPresence.Read),
        .. Writes("setUserPreferredPresence", SetUserPreferredPresence.Read),
        .. Writes("clearUserPreferredPresence", ClearUserPreferredPresence.Read),
        .. Writes("setStatusMessage", SetStatusMessage.Read),
        MyLocation("setManualLocation", SetLocation.ReadManual),
        MyLocation("setAutomaticLocation", SetLocation.ReadAutomatic),
        MyLocation("clearLocation", ClearLocation.Read),
        MyLocation("clearAutomaticLocation", ClearLocation.ReadAutomatic),
    ];

    /// <summary>
    /// The same writes by the presence's id. No page has these paths, but Microsoft's metadata and SDKs do.
    /// </summary>
    public static readonly GraphOperation[] Undescribed =
    [
        PresenceWrite("setPresence", SetPresence.Read),
        PresenceWrite("clearPresence", ClearPresence.Read),
        PresenceWrite("setUserPreferredPresence", SetUserPreferredPresence.Read),
        PresenceWrite("clearUserPreferredPresence", ClearUserPreferredPresence.Read),
        PresenceWrite("setStatusMessage", SetStatusMessage.Read),
    ];

    /// <summary>The envelope of many calls, which asks for no permission itself.</summary>
    public static readonly GraphOperation Batch =
        new("$batch", "POST", "/$batch", new PermissionRule(), (_, _) => GraphError.MethodNotAllowed);

    private static readonly GraphOperation[] Served = [.. All, .. Undescribed, Batch];

    /// <summary>The operation that a call means and, where its path has one, the id in it.</summary>
    public static GraphError? Find(string method, string[] segments, out GraphOperation operation, out string? id)
    {
        operation = All[0];
        id = null;
        var fitting = 0;
        var pathExists = false;
        foreach (GraphOperation candidate in Served)
        {
            int fit = candidate.Fit(segments);
            fitting = Math.Max(fitting, fit);
            if (fit < candidate.Segments.Length)
                continue;
            // A POST one below a known path can only mean an action, one that this version does not have.
            bool whole = fit == segments.Length;
            pathExists |= whole || (method == "POST" && fit == segments.Length - 1);
            if (!whole || candidate.Method != method)
                continue;
            operation = candidate;
            int place = Array.FindIndex(candidate.Segments, segment => segment[0] == '{');
            id = place < 0 ? null : segments[place];
            return null;
        }

        return pathExists
            ? GraphError.MethodNotAllowed
            : GraphError.UnknownSegment(segments.Length == 0 ? "" : segments[Math.Min(fitting, segments.Length - 1)]);
    }

    private static GraphOperation[] Writes(string action, WriteReader reader) =>
    [
        MyWrite(action, reader),
        new($"users.presence.{action}", "POST", $"{UserPresencePath}/{action}", PermissionRules.WriteUser,
            reader.Prepare),
    ];

    private static GraphOperation MyWrite(string action, WriteReader reader) =>
        new($"me.presence.{action}", "POST", $"{MyPresence}/{action}", PermissionRules.WriteMe, reader.Prepare);

    private static GraphOperation MyLocation(string action, WriteReader reader) =>
        MyWrite(action, reader) with { GlobalCloudOnly = true };

    private static GraphOperation PresenceWrite(string action, WriteReader reader) =>
        new($"communications.presences.{action}", "POST", $"{PresencePath}/{action}", PermissionRules.WriteUser,
            reader.Prepare);
}
