namespace PresenceClient.Users;

/// <summary>The id of an application's session, which is the application's client id.</summary>
internal static class SessionId
{
    /// <summary>Returns the id, or throws if it is not set.</summary>
    public static string Require(string? applicationId) => applicationId
        ?? throw new InvalidOperationException("The application id is not set. A presence session is identified by the "
            + "client id of its application. Set "
            + $"{nameof(PresenceClientOptions)}.{nameof(PresenceClientOptions.ApplicationId)}.");
}
