using PresenceClient.Emulator.Graph.Reads;
using PresenceClient.Emulator.Graph.Subscriptions;
using PresenceClient.Emulator.Graph.Writes;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph;

/// <summary>The table of all operations that the emulator serves, with the lookup by path.</summary>
internal static class OperationTable
{
    private const string MyPresence = "/me/presence";
    private const string UserPresencePath = "/users/{user-id}/presence";
    private const string PresencePath = "/communications/presences/{presence-id}";

    private static readonly EmulatedOperation Members = new(
        "groups.members.list", "GET", "/groups/{group-id}/transitiveMembers/graph.user", PermissionRules.ListMembers,
        GroupReads.ListMembers);

    public static readonly EmulatedOperation[] All =
    [
        new("me.presence.get", "GET", MyPresence, PermissionRules.ReadMe, PresenceReads.Get),
        new("users.presence.get", "GET", UserPresencePath, PermissionRules.ReadUser, PresenceReads.Get),
        new("communications.presences.get", "GET", PresencePath, PermissionRules.ReadUser,
            PresenceReads.GetByPresenceId),
        new("communications.getPresencesByUserId", "POST", "/communications/getPresencesByUserId",
            PermissionRules.ReadMany, EmulatedBulkRead.Prepare)
        {
            Body = EmulatedBulkRead.Parameters,
        },
        new("users.list", "GET", "/users", PermissionRules.ListUsers, DirectoryReads.List),
        new("users.get", "GET", "/users/{user-id}", PermissionRules.GetUser, DirectoryReads.Get)
        {
            TakesNames = true,
        },
        Members,
        .. Writes(SetPresenceWrite.Operation),
        .. Writes(ClearPresenceWrite.Operation),
        .. Writes(SetUserPreferredPresenceWrite.Operation),
        .. Writes(ClearUserPreferredPresenceWrite.Operation),
        .. Writes(SetStatusMessageWrite.Operation),
        MyLocation(SetLocationWrite.Manual),
        MyLocation(SetLocationWrite.Automatic),
        MyLocation(ClearLocationWrite.ManualAndAutomatic),
        MyLocation(ClearLocationWrite.Automatic),
        Subscriptions("list", "GET", "", SubscriptionReads.List),
        Subscriptions("create", "POST", "", SubscriptionWrites.Create) with { Body = SubscriptionBody.Type },
        Subscriptions("get", "GET", "/{subscription-id}", SubscriptionReads.Get),
        Subscriptions("update", "PATCH", "/{subscription-id}", SubscriptionWrites.Update) with
        {
            Body = SubscriptionBody.Type,
        },
        Subscriptions("delete", "DELETE", "/{subscription-id}", SubscriptionWrites.Delete),
        Subscriptions("reauthorize", "POST", "/{subscription-id}/reauthorize", SubscriptionWrites.Reauthorize),
    ];

    /// <summary>
    /// Other paths of operations: the type's other name, and the writes by the presence's id. No page documents the
    /// latter, but Microsoft's metadata and SDKs contain them.
    /// </summary>
    public static readonly EmulatedOperation[] Undescribed =
    [
        new(Members.Id, "GET", "/groups/{group-id}/transitiveMembers/microsoft.graph.user", Members.Permissions,
            Members.Prepare),
        ByPresenceId(SetPresenceWrite.Operation),
        ByPresenceId(ClearPresenceWrite.Operation),
        ByPresenceId(SetUserPreferredPresenceWrite.Operation),
        ByPresenceId(ClearUserPreferredPresenceWrite.Operation),
        ByPresenceId(SetStatusMessageWrite.Operation),
    ];

    /// <summary>The envelope of a batch, which requires no permission itself.</summary>
    public static readonly EmulatedOperation Batch =
        new("$batch", "POST", "/$batch", new PermissionRule(), (_, _) => EmulatedError.MethodNotAllowed);

    private static readonly EmulatedOperation[] Served = [.. All, .. Undescribed, Batch];

    /// <summary>Finds the operation of a call, and the id in its path if there is one.</summary>
    public static EmulatedError? Find(string method, string[] segments, out EmulatedOperation operation, out string? id)
    {
        operation = All[0];
        id = null;
        int fitting = 0;
        bool pathExists = false;
        foreach (EmulatedOperation candidate in Served)
        {
            int fit = candidate.Fit(segments);
            fitting = Math.Max(fitting, fit);
            if (fit < candidate.Segments.Length)
            {
                continue;
            }

            // A POST to a path below a known one is an action that this version does not have.
            bool whole = fit == segments.Length;
            pathExists |= whole || (method == "POST" && fit == segments.Length - 1);
            if (!whole || candidate.Method != method)
            {
                continue;
            }

            operation = candidate;
            int place = Array.FindIndex(candidate.Segments, segment => segment[0] == '{');
            id = place < 0 ? null : segments[place];
            return null;
        }

        return pathExists
            ? EmulatedError.MethodNotAllowed
            : EmulatedError.UnknownSegment(segments.ElementAtOrDefault(Math.Min(fitting, segments.Length - 1)) ?? "");
    }

    private static EmulatedOperation Subscriptions(
        string name, string method, string path, EmulatedOperation.Preparation prepare) =>
        new($"subscriptions.{name}", method, $"/subscriptions{path}", PermissionRules.Subscribe, prepare)
        {
            NeedsUser = true,
            GlobalCloudOnly = true,
        };

    private static EmulatedOperation[] Writes(WriteOperation write) =>
        [MyWrite(write), Write("users.presence", UserPresencePath, PermissionRules.WriteUser, write)];

    private static EmulatedOperation MyWrite(WriteOperation write) =>
        Write("me.presence", MyPresence, PermissionRules.WriteMe, write);

    private static EmulatedOperation MyLocation(WriteOperation write) => MyWrite(write) with { GlobalCloudOnly = true };

    private static EmulatedOperation ByPresenceId(WriteOperation write) =>
        Write("communications.presences", PresencePath, PermissionRules.WriteUser, write);

    private static EmulatedOperation Write(string group, string path, PermissionRule rule, WriteOperation write) =>
        new($"{group}.{write.Name}", "POST", $"{path}/{write.Name}", rule, write.Prepare) { Body = write.Body };
}
