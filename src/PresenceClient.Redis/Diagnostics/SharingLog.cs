using Microsoft.Extensions.Logging;

namespace PresenceClient.Redis;

/// <summary>
/// All log messages of the package. Event ids are permanent, and differ from those of the client. Parameters are only
/// roles, kinds of failures and numbers.
/// </summary>
internal static partial class SharingLog
{
    [LoggerMessage(101, LogLevel.Information, "A shared watch: this host leads {Hosts} hosts, in term {Epoch}.")]
    public static partial void Leads(this ILogger log, int hosts, long epoch);

    [LoggerMessage(102, LogLevel.Information, "A shared watch: this host follows the leader.")]
    public static partial void Follows(this ILogger log);

    [LoggerMessage(103, LogLevel.Warning,
        "A shared watch: Redis cannot be used ({Error}). This host works without it and keeps trying.")]
    public static partial void Alone(this ILogger log, string error);

    [LoggerMessage(104, LogLevel.Warning,
        "A shared watch: this host has lost the lease, because it did not extend it in time. It follows again.")]
    public static partial void LostLease(this ILogger log);
}
