namespace PresenceClient;

/// <summary>The documented limits of subscriptions to presence.</summary>
internal static class SubscriptionLimits
{
    public const int MostUsers = 650;

    /// <summary>The most characters of a client state or of the id of a certificate.</summary>
    public const int LongestText = 128;

    /// <summary>The service raises a shorter lifetime to this one.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(45);

    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);
}
