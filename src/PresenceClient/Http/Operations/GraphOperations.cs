namespace PresenceClient.Http;

/// <summary>The table of all operations of the description, which errors, docs and tests use.</summary>
internal static class GraphOperations
{
    private static readonly GraphPermissions ReadOwn = new()
    {
        Delegated = "Presence.Read",
        DelegatedHigher = ["Presence.Read.All"],
    };

    private static readonly GraphPermissions WriteOwn = new() { Delegated = "Presence.ReadWrite" };

    private static readonly GraphPermissions ReadAny = new()
    {
        Delegated = "Presence.Read.All",
        Self = "Presence.Read",
        Application = "Presence.Read.All",
        ApplicationHigher = ["Presence.ReadWrite.All"],
    };

    private static readonly GraphPermissions WriteAny = new()
    {
        Self = "Presence.ReadWrite",
        Application = "Presence.ReadWrite.All",
    };

    private static readonly GraphPermissions ReadDirectory = new()
    {
        Delegated = "User.ReadBasic.All",
        DelegatedHigher = ["User.Read.All", "Directory.Read.All"],
        Application = "User.ReadBasic.All",
        ApplicationHigher = ["User.Read.All", "Directory.Read.All"],
    };

    // User.ReadBasic.All is documented for the basic profile, and Graph was seen to refuse other filters with it.
    private static readonly GraphPermissions ReadProfiles = new()
    {
        Delegated = "User.Read.All",
        DelegatedHigher = ["Directory.Read.All"],
        Application = "User.Read.All",
        ApplicationHigher = ["Directory.Read.All"],
    };

    private static readonly GraphPermissions ReadMembers = new()
    {
        Delegated = "GroupMember.Read.All",
        DelegatedHigher = ["Group.Read.All", "Directory.Read.All"],
        Application = "GroupMember.Read.All",
        ApplicationHigher = ["Group.Read.All", "Directory.Read.All"],
    };

    private static readonly GraphPermissions Subscribe = new() { Delegated = "Presence.Read.All" };

    public static readonly GraphOperation GetMyPresence = Get("me.presence.get", "/me/presence", ReadOwn);

    public static readonly GraphOperation SetMyPresence = Mine("setPresence");

    public static readonly GraphOperation ClearMyPresence = Mine("clearPresence");

    public static readonly GraphOperation SetMyPreferredPresence = Mine("setUserPreferredPresence");

    public static readonly GraphOperation ClearMyPreferredPresence = Mine("clearUserPreferredPresence");

    public static readonly GraphOperation SetMyStatusMessage = Mine("setStatusMessage");

    public static readonly GraphOperation SetMyManualLocation = MyLocation("setManualLocation");

    public static readonly GraphOperation SetMyAutomaticLocation = MyLocation("setAutomaticLocation");

    public static readonly GraphOperation ClearMyLocation = MyLocation("clearLocation");

    public static readonly GraphOperation ClearMyAutomaticLocation = MyLocation("clearAutomaticLocation");

    public static readonly GraphOperation GetUserPresence =
        Get("users.presence.get", "/users/{user-id}/presence", ReadAny);

    public static readonly GraphOperation SetUserPresence = OfUser("setPresence");

    public static readonly GraphOperation ClearUserPresence = OfUser("clearPresence");

    public static readonly GraphOperation SetUserPreferredPresence = OfUser("setUserPreferredPresence");

    public static readonly GraphOperation ClearUserPreferredPresence = OfUser("clearUserPreferredPresence");

    public static readonly GraphOperation SetUserStatusMessage = OfUser("setStatusMessage");

    public static readonly GraphOperation GetPresence =
        Get("communications.presences.get", "/communications/presences/{presence-id}", ReadAny);

    public static readonly GraphOperation GetPresencesByUserId = new(
        "communications.getPresencesByUserId", "POST", "/communications/getPresencesByUserId",
        ReadAny with { Self = null });

    public static readonly GraphOperation ListUsers = Get("users.list", "/users", ReadDirectory);

    /// <summary>The same operation with a filter by a property outside the basic profile.</summary>
    public static readonly GraphOperation FilterUsers = ListUsers with { Permissions = ReadProfiles };

    public static readonly GraphOperation GetUser =
        Get("users.get", "/users/{user-id}", ReadDirectory with { Self = "User.Read" });

    public static readonly GraphOperation ListGroupMembers =
        Get("groups.members.list", "/groups/{group-id}/transitiveMembers/graph.user", ReadMembers) with
        {
            IsAdvancedQuery = true,
        };

    public static readonly GraphOperation ListSubscriptions = Subscriptions("list", "GET");

    public static readonly GraphOperation CreateSubscription = Subscriptions("create", "POST");

    public static readonly GraphOperation GetSubscription = Subscriptions("get", "GET", "/{subscription-id}");

    public static readonly GraphOperation UpdateSubscription = Subscriptions("update", "PATCH", "/{subscription-id}");

    public static readonly GraphOperation DeleteSubscription = Subscriptions("delete", "DELETE", "/{subscription-id}");

    public static readonly GraphOperation ReauthorizeSubscription =
        Subscriptions("reauthorize", "POST", "/{subscription-id}/reauthorize");

    public static IReadOnlyList<GraphOperation> All { get; } =
    [
        GetMyPresence, SetMyPresence, ClearMyPresence, SetMyPreferredPresence, ClearMyPreferredPresence,
        SetMyStatusMessage, SetMyManualLocation, SetMyAutomaticLocation, ClearMyLocation, ClearMyAutomaticLocation,
        GetUserPresence, SetUserPresence, ClearUserPresence, SetUserPreferredPresence, ClearUserPreferredPresence,
        SetUserStatusMessage, GetPresence, GetPresencesByUserId, ListUsers, GetUser, ListGroupMembers,
        ListSubscriptions, CreateSubscription, GetSubscription, UpdateSubscription, DeleteSubscription,
        ReauthorizeSubscription,
    ];

    private static GraphOperation Get(string name, string path, GraphPermissions permissions) =>
        new(name, "GET", path, permissions);

    private static GraphOperation Mine(string action) =>
        new($"me.presence.{action}", "POST", $"/me/presence/{action}", WriteOwn);

    private static GraphOperation MyLocation(string action) => Mine(action) with { GlobalCloudOnly = true };

    private static GraphOperation OfUser(string action) =>
        new($"users.presence.{action}", "POST", $"/users/{{user-id}}/presence/{action}", WriteAny);

    private static GraphOperation Subscriptions(string action, string method, string path = "") =>
        new($"subscriptions.{action}", method, $"/subscriptions{path}", Subscribe) { GlobalCloudOnly = true };
}
