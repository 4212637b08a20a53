using Microsoft.Extensions.Logging;

namespace PresenceClient.Diagnostics;

/// <summary>
/// All log messages of the client. Event ids are permanent: a new message gets a new id. Parameters are only operation
/// names, kinds of failures and numbers, so no message can contain user data.
/// </summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information,
        "{Operation}: attempt {Attempt} failed ({Error}). The next attempt starts in {Seconds} s.")]
    public static partial void Retrying(
        this ILogger log, string operation, int attempt, string error, double seconds);

    [LoggerMessage(2, LogLevel.Warning,
        "{Operation}: the service throttles (429). The client pauses its requests for {Seconds} s.")]
    public static partial void HeldBack(this ILogger log, string operation, double seconds);

    [LoggerMessage(3, LogLevel.Warning, "{Operation}: failed after {Attempts} attempts ({Error}).")]
    public static partial void GaveUp(this ILogger log, string operation, int attempts, string error);

    [LoggerMessage(4, LogLevel.Error, "{Operation}: sign-in failed ({Error}).")]
    public static partial void SignInFailed(this ILogger log, string operation, string error);

    [LoggerMessage(5, LogLevel.Warning,
        "A bulk read is incomplete: {Unread} of {Asked} users could not be read ({Error}).")]
    public static partial void BulkIncomplete(this ILogger log, int unread, int asked, string error);

    [LoggerMessage(6, LogLevel.Warning, "The IProgress handler threw {Error}. The call continues.")]
    public static partial void ProgressFailed(this ILogger log, string error);

    [LoggerMessage(7, LogLevel.Warning,
        "Refreshing the token failed ({Error}). The current token is used until it expires.")]
    public static partial void RefreshFailed(this ILogger log, string error);

    [LoggerMessage(8, LogLevel.Warning, "A watch cannot read its users ({Error}). It keeps polling.")]
    public static partial void WatchTrouble(this ILogger log, string error);

    [LoggerMessage(9, LogLevel.Information, "A watch reads its users again after {Seconds} s.")]
    public static partial void WatchRecovered(this ILogger log, double seconds);

    [LoggerMessage(10, LogLevel.Warning,
        "Presence sessions cannot be renewed ({Error}) and have lapsed. The client keeps trying.")]
    public static partial void HoldsLapsed(this ILogger log, string error);

    [LoggerMessage(11, LogLevel.Information, "No held presence session is lapsed any more, after {Seconds} s.")]
    public static partial void HoldsRecovered(this ILogger log, double seconds);

    [LoggerMessage(12, LogLevel.Warning, "The service rejected a held presence session permanently ({Error}).")]
    public static partial void HoldRefused(this ILogger log, string error);
}
