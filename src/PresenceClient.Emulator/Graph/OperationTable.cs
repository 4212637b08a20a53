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
            PermissionRules.ReadMany, BulkRead.Prepare)
        {
            Body = BulkRead.Parameters,
        },
        new("users.list", "GET", "/users", PermissionRules.ListUsers, DirectoryReads.List),
        new("users.get", "GET", "/users/{user-id}", PermissionRules.GetUser, DirectoryReads.Get)
        {
            TakesNames = true,
        },
        .. Writes(SetPresence.Operation),
        .. Writes(ClearPresence.Operation),
        .. Writes(SetUserPreferredPresence.Operation),
        .. Writes(ClearUserPreferredPresence.Operation),
        .. Writes(SetStatusMessage.Operation),
        MyLocation(SetLocation.Manual),
        MyLocation(SetLocation.Automatic),
        MyLocation(ClearLocation.ManualAndAutomatic),
        MyLocation(ClearLocation.Automatic),
    ];

    /// <summary>
    /// The same writes by the presence's id. No page has these paths, but Microsoft's metadata and SDKs do.
    /// </summary>
    public static readonly GraphOperation[] Undescribed =
    [
        PresenceWrite(SetPresence.Operation),
        PresenceWrite(ClearPresence.Operation),
        PresenceWrite(SetUserPreferredPresence.Operation),
        PresenceWrite(ClearUserPreferredPresence.Operation),
        PresenceWrite(SetStatusMessage.Operation),
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

    private static GraphOperation[] Writes(WriteOperation write) =>
        [MyWrite(write), Write("users.presence", UserPresencePath, PermissionRules.WriteUser, write)];

    private static GraphOperation MyWrite(WriteOperation write) =>
        Write("me.presence", MyPresence, PermissionRules.WriteMe, write);

    private static GraphOperation MyLocation(WriteOperation write) => MyWrite(write) with { GlobalCloudOnly = true };

    private static GraphOperation PresenceWrite(WriteOperation write) =>
        Write("communications.presences", PresencePath, PermissionRules.WriteUser, write);

    private static GraphOperation Write(string group, string path, PermissionRule rule, WriteOperation write) =>
        new($"{group}.{write.Name}", "POST", $"{path}/{write.Name}", rule, write.Prepare) { Body = write.Body };
}
