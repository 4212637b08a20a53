using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PresenceClient.AspNetCore.Health;

/// <summary>What the checks of a key look at.</summary>
/// <param name="Client">The client.</param>
/// <param name="Loader">The loader of the client.</param>
/// <param name="Watch">The watch; null if there is none.</param>
/// <param name="IsAlwaysPolled">Whether the watch polls without a reader.</param>
/// <param name="Thresholds">The thresholds.</param>
/// <param name="Time">The clock of the host.</param>
internal sealed record HealthParts(
    PresenceServiceClient Client,
    PresenceLoader Loader,
    PresenceWatch? Watch,
    bool IsAlwaysPolled,
    PresenceHealthCheckOptions Thresholds,
    TimeProvider Time)
{
    private const int DegradedIntervals = 3;
    private const int UnhealthyIntervals = 10;

    public static HealthParts Of(IServiceProvider provider, string? key) => new(
        provider.GetRequiredKeyedService<PresenceServiceClient>(key),
        provider.GetRequiredKeyedService<PresenceLoader>(key),
        provider.GetKeyedService<PresenceWatch>(key),
        OptionsOf<PresenceWatchOptions>(provider, key).Polling == PresenceWatchPolling.Always,
        OptionsOf<PresenceHealthCheckOptions>(provider, key),
        provider.GetService<TimeProvider>() ?? TimeProvider.System);

    public TimeSpan DegradedAge(PresenceWatchStatus status) =>
        Thresholds.DegradedAge ?? (DegradedIntervals * Usual(status));

    /// <summary>The age from which the watch is unhealthy: never less than the other one.</summary>
    public TimeSpan UnhealthyAge(PresenceWatchStatus status)
    {
        TimeSpan age = Thresholds.UnhealthyAge ?? (UnhealthyIntervals * Usual(status));
        return age > DegradedAge(status) ? age : DegradedAge(status);
    }

    // A sweep of very many users takes longer than the interval.
    private static TimeSpan Usual(PresenceWatchStatus status) =>
        status.LastSweepDuration > status.Interval ? status.LastSweepDuration : status.Interval;

    private static T OptionsOf<T>(IServiceProvider provider, string? key) where T : class, new() =>
        provider.GetRequiredService<IOptionsMonitor<T>>().Get(key ?? Options.DefaultName);
}
