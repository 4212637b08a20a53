namespace PresenceClient.Http;

/// <summary>How many requests of one call may be under way at once.</summary>
internal static class Concurrency
{
    public const int Usual = 4;

    // Beyond this a call only fills connections: 64 bulk reads are 41,600 users at once.
    public const int Most = 64;

    public static bool IsValid(int value) => value is >= 1 and <= Most;

    public static int Require(int value, string option) =>
        IsValid(value)
            ? value
            : throw new ArgumentOutOfRangeException(option, value, $"{option} takes 1 to {Most} requests at once.");
}
