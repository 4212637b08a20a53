namespace PresenceClient.Tests.Support;

/// <summary>A call of each operation, for the tests of behaviour that all operations share.</summary>
internal static class OperationCalls
{
    /// <summary>The operation for tests in which all operations behave the same.</summary>
    public const string Any = "users.presence.get";

    private const string Select = "$select=id,displayName,userPrincipalName,mail,accountEnabled,userType";

    private const string Office = """{ "workLocationType": "office", "placeId": "hq" }""";

    private const string Session = $$"""
        { "sessionId": "{{Samples.ApplicationId}}", "availability": "Busy", "activity": "InACall",
          "expirationDuration": "PT30M" }
        """;

    private const string StatusMessage = """
        { "statusMessage": { "message": { "content": "Back at 15:00", "contentType": "text" },
          "expiryDateTime": { "dateTime": "2026-09-07T13:00:00", "timeZone": "UTC" } } }
        """;

    private static readonly DateTimeOffset Three = new(2026, 9, 7, 15, 0, 0, TimeSpan.FromHours(2));

    public static IReadOnlyList<OperationCall> All { get; } =
    [
        new("me.presence.get", "/me/presence", null, Samples.Presence(),
            (c, t) => c.Me.GetPresenceAsync(t)),
        .. Actions("me", "/me", c => c.Me.Session, c => c.Me.Preferred, c => c.Me.StatusMessage),
        Location("setManualLocation", Office, (w, t) => w.SetManualAsync(WorkLocationType.Office, "hq", t)),
        Location("setAutomaticLocation", Office, (w, t) => w.SetAutomaticAsync(WorkLocationType.Office, "hq", t)),
        Location("clearLocation", "{}", (w, t) => w.ClearAsync(t)),
        Location("clearAutomaticLocation", "{}", (w, t) => w.ClearAutomaticAsync(t)),
        new("users.presence.get", $"/users/{Samples.Adele}/presence", null, Samples.Presence(),
            (c, t) => c.Users[Samples.Adele].GetPresenceAsync(t)),
        .. Actions("users", $"/users/{Samples.Adele}", c => c.Users[Samples.Adele].Session,
            c => c.Users[Samples.Adele].Preferred, c => c.Users[Samples.Adele].StatusMessage),
        new("communications.presences.get", $"/communications/presences/{Samples.Adele}", null, Samples.Presence(),
            (c, t) => c.Presences[Samples.Adele].GetAsync(t)),
        new("communications.getPresencesByUserId", "/communications/getPresencesByUserId",
            $$"""{ "ids": ["{{Samples.Adele}}"] }""", Samples.Page(Samples.Presence()),
            (c, t) => c.Presences.GetAsync([Samples.Adele], t)),
        new("users.list", $"/users?{Select}&$top=999", null, Samples.Page(Samples.User()),
            async (c, t) => await c.Users.ListAsync(t).ToListAsync(t)),
        new("users.get", $"/users/adele%40contoso.com?{Select}", null, Samples.User(),
            (c, t) => c.Users["adele@contoso.com"].GetUserAsync(t)),
        new("groups.members.list", $"/groups/{Samples.Team}/transitiveMembers/graph.user?$count=true&{Select}&$top=999",
            null, Samples.Page(Samples.User()),
            async (c, t) => await c.Groups[Samples.Team].ListMembersAsync(t).ToListAsync(t)),
    ];

    public static TheoryData<string> Names { get; } = NamesWhere(static _ => true);

    public static TheoryData<string> Reads { get; } = NamesWhere(static call => call.Answer is not null);

    public static TheoryData<string> Writes { get; } = NamesWhere(static call => call.Answer is null);

    public static OperationCall Named(string name) => All.Single(call => call.Name == name);

    private static TheoryData<string> NamesWhere(Func<OperationCall, bool> condition) =>
        new(All.Where(condition).Select(static call => call.Name));

    private static OperationCall Location(
        string action, string body, Func<WorkLocationClient, CancellationToken, Task> send) =>
        new($"me.presence.{action}", $"/me/presence/{action}", body, null, (c, t) => send(c.Me.WorkLocation, t));

    private static OperationCall[] Actions(
        string whose,
        string path,
        Func<PresenceServiceClient, SessionClient> session,
        Func<PresenceServiceClient, PreferredPresenceClient> preferred,
        Func<PresenceServiceClient, StatusMessageClient> status)
    {
        return
        [
            Action("setPresence", Session,
                (c, t) => session(c).SetAsync(SessionPresence.InACall, TimeSpan.FromMinutes(30), t)),
            Action("clearPresence", $$"""{ "sessionId": "{{Samples.ApplicationId}}" }""",
                (c, t) => session(c).ClearAsync(t)),
            Action("setUserPreferredPresence",
                """{ "availability": "Offline", "activity": "OffWork", "expirationDuration": "P1D" }""",
                (c, t) => preferred(c).SetAsync(PreferredPresence.Offline, TimeSpan.FromDays(1), t)),
            Action("clearUserPreferredPresence", "{}", (c, t) => preferred(c).ClearAsync(t)),
            Action("setStatusMessage", StatusMessage, (c, t) => status(c).SetAsync("Back at 15:00", Three, t)),
        ];

        OperationCall Action(string action, string body, Func<PresenceServiceClient, CancellationToken, Task> send) =>
            new($"{whose}.presence.{action}", $"{path}/presence/{action}", body, null, send);
    }
}
