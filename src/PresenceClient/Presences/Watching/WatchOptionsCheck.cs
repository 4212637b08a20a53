using PresenceClient.Http;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// The rules of a watch's options: making a watch throws the first that is broken; a host is told all of them when it
/// starts.
/// </summary>
internal static class WatchOptionsCheck
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    /// <summary>The options, checked and copied: later changes have no effect.</summary>
    public static PresenceWatchOptions Check(PresenceWatchOptions? options)
    {
        options ??= new PresenceWatchOptions();
        foreach (OptionFault fault in Faults(options))
        {
            throw new ArgumentException(
                $"{nameof(PresenceWatchOptions)}.{fault.Option}: {fault.Value} {fault.Fault}.", nameof(options));
        }

        return new PresenceWatchOptions
        {
            Interval = options.Interval,
            MaxInterval = options.MaxInterval,
            MaxConcurrency = options.MaxConcurrency,
            PaceShare = options.PaceShare,
            OnRefusal = options.OnRefusal,
            Polling = options.Polling,
        };
    }

    public static IEnumerable<OptionFault> Faults(PresenceWatchOptions options)
    {
        if (options.Interval <= TimeSpan.Zero || options.Interval > LongestInterval)
        {
            yield return new(nameof(options.Interval), $"{options.Interval:c}",
                "is out of range; give more than zero and at most 1 day");
        }

        if (options.MaxInterval < options.Interval || options.MaxInterval > LongestInterval)
        {
            yield return new(nameof(options.MaxInterval), $"{options.MaxInterval:c}",
                $"is out of range; give from {nameof(options.Interval)} ({options.Interval:c}) to 1 day, or null");
        }

        if (!Concurrency.IsValid(options.MaxConcurrency))
        {
            yield return new(nameof(options.MaxConcurrency), $"{options.MaxConcurrency}",
                $"is out of range; give from 1 to {Concurrency.Most}");
        }

        if (!(options.PaceShare is > 0 and <= 1))
        {
            yield return new(nameof(options.PaceShare), FormattableString.Invariant($"{options.PaceShare}"),
                "is out of range; give more than 0 and at most 1, such as 0.5");
        }

        if (!Enum.IsDefined(options.OnRefusal))
        {
            yield return new(nameof(options.OnRefusal), $"{options.OnRefusal}",
                $"is not defined; the values are {string.Join(", ", Enum.GetNames<PresenceWatchRefusal>())}");
        }

        if (!Enum.IsDefined(options.Polling))
        {
            yield return new(nameof(options.Polling), $"{options.Polling}",
                $"is not defined; the values are {string.Join(", ", Enum.GetNames<PresenceWatchPolling>())}");
        }
    }
}
