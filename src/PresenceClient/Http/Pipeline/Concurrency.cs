namespace PresenceClient.Http;

/// <summary>The limits for concurrent requests of one call.</summary>
internal static class Concurrency
{
    public const int Usual = 4;

    // More would only occupy connections: 64 bulk requests already read 41,600 users at once.
    public const int Most = 64;

    public static bool IsValid(int value) => value is >= 1 and <= Most;

    public static int Require(int value, string option) =>
        IsValid(value)
            ? value
            : throw new ArgumentOutOfRangeException(option, value, $"{option} must be from 1 to {Most}.");
}
