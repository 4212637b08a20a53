namespace PresenceClient.AspNetCore.Notifications;

/// <summary>The bounds of everything that comes from outside.</summary>
internal static class NotificationLimits
{
    public const int LongestClientState = 128;

    /// <summary>The largest body of a post, in bytes.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>The most bytes of all posts that wait.</summary>
    public const int LargestQueue = 16 * LargestBody;

    /// <summary>The most bodies that are read at the same time.</summary>
    public const int MostReads = 16;

    /// <summary>The most characters of a token of a validation request.</summary>
    public const int LongestHandshake = 2048;

    /// <summary>The most items of a post.</summary>
    public const int MostItems = 5_000;

    /// <summary>The most validation tokens of a post.</summary>
    public const int MostTokens = 20;

    /// <summary>The most notifications that are remembered, to ignore them if they come again.</summary>
    public const int MostRemembered = 20_000;

    /// <summary>A body that takes longer to arrive is not read to its end.</summary>
    public static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(10);

    /// <summary>The least time between two reads of the keys that an unknown key id causes.</summary>
    public static readonly TimeSpan KeyPause = TimeSpan.FromSeconds(30);

    /// <summary>How long the keys are kept.</summary>
    public static readonly TimeSpan KeyAge = TimeSpan.FromHours(12);
}
