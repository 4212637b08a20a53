using Microsoft.Graph.Models;

namespace PresenceClient.Emulator.GraphSdk.Tests.Doors;

/// <summary>
/// One of the SDK's three ways to a user's presence. Each has request builders and bodies of its own, and all of them
/// must do the same.
/// </summary>
internal abstract class PresenceDoor(string sessionId)
{
    public static readonly TheoryData<string> Names = ["me", "users", "communications"];

    protected string SessionId { get; } = sessionId;

    /// <summary>
    /// The way with this name to a user: <c>me</c> as that user, the others as the application.
    /// </summary>
    public static PresenceDoor Open(string name, SdkTenant tenant, EmulatedUser user) => name switch
    {
        "me" => new MeDoor(tenant.As(user), tenant.AppId),
        "users" => new UserDoor(tenant.App, user.Id, tenant.AppId),
        _ => new CommunicationsDoor(tenant.App, user.Id, tenant.AppId),
    };

    public abstract Task<Presence?> GetAsync();

    public abstract Task SetAsync(string availability, string activity, TimeSpan? duration = null);

    public abstract Task ClearAsync();

    public abstract Task PreferAsync(string availability, string activity, TimeSpan? duration = null);

    public abstract Task ClearPreferredAsync();

    public abstract Task SetStatusAsync(string message, DateTimeTimeZone? expiry = null);

    protected static PresenceStatusMessage Status(string message, DateTimeTimeZone? expiry) => new()
    {
        Message = new ItemBody { Content = message, ContentType = BodyType.Text },
        ExpiryDateTime = expiry,
    };
}
