namespace PresenceClient.Users;

/// <summary>The name of an application's session, which is its client id.</summary>
internal static class SessionId
{
    public static string Require(string? applicationId) => applicationId
        ?? throw new InvalidOperationException("A session is named by the application's client id: set "
            + $"{nameof(PresenceClientOptions)}.{nameof(PresenceClientOptions.ApplicationId)}.");
}
