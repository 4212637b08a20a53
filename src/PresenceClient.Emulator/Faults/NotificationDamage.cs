namespace PresenceClient.Emulator;

/// <summary>The damage that a fault does to a change notification.</summary>
public enum NotificationDamage
{
    /// <summary>The notification is not changed.</summary>
    None = 0,

    /// <summary>It is never sent.</summary>
    Lost,

    /// <summary>It is sent twice.</summary>
    Doubled,

    /// <summary>It is sent later, by <see cref="EmulatorFault.Delay"/> of the tenant's clock.</summary>
    Late,

    /// <summary>
    /// It is never sent, and its subscription delivers nothing from now on, although it can be renewed. A new
    /// subscription delivers again.
    /// </summary>
    Deaf,

    /// <summary>The signature of the encrypted content is wrong.</summary>
    BadSignature,

    /// <summary>The content is encrypted for another certificate.</summary>
    WrongCertificate,

    /// <summary>The validation token is for another application.</summary>
    WrongAudience,

    /// <summary>The validation token has expired.</summary>
    ExpiredToken,

    /// <summary>
    /// <c>validationTokens</c> is null, as if the service could not issue a token for the application.
    /// </summary>
    NoTokens,
}
