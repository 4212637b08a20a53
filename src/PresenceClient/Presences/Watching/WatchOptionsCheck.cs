using PresenceClient.Http;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// The rules of <see cref="PresenceWatchOptions"/>. All errors are reported together: when a watch is created, and when
/// a host starts.
/// </summary>
internal static class WatchOptionsCheck
{
    private const string Part = "Watch:";

    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    /// <summary>Checks the options, and returns a copy: later changes have no effect.</summary>
    public static PresenceWatchOptions Check(PresenceWatchOptions? options)
    {
        options ??= new PresenceWatchOptions();
        OptionFault.Throw(Faults(options), nameof(options));
        return new PresenceWatchOptions
        {
            Interval = options.Interval,
            MaxInterval = options.MaxInterval,
            CoveredInterval = options.CoveredInterval,
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
            yield return new(Part + nameof(options.Interval),
                $"{options.Interval:c} is out of range. Use more than zero and at most 1 day.");
        }

        if (options.MaxInterval < options.Interval || options.MaxInterval > LongestInterval)
        {
            yield return new(Part + nameof(options.MaxInterval), $"{options.MaxInterval:c} is out of range. Use at "
                + $"least {nameof(options.Interval)} ({options.Interval:c}) and at most 1 day, or null for the "
                + "default.");
        }

        if (options.CoveredInterval <= TimeSpan.Zero || options.CoveredInterval > LongestInterval)
        {
            yield return new(Part + nameof(options.CoveredInterval),
                $"{options.CoveredInterval:c} is out of range. Use more than zero and at most 1 day.");
        }

        if (!Concurrency.IsValid(options.MaxConcurrency))
        {
            yield return new(Part + nameof(options.MaxConcurrency),
                $"{options.MaxConcurrency} is out of range. Use 1 to {Concurrency.Most}.");
        }

        if (!(options.PaceShare is > 0 and <= 1))
        {
            yield return new(Part + nameof(options.PaceShare), FormattableString.Invariant(
                $"{options.PaceShare} is out of range. Use more than 0 and at most 1, for example 0.5."));
        }

        if (!Enum.IsDefined(options.OnRefusal))
        {
            yield return new(Part + nameof(options.OnRefusal), $"{options.OnRefusal} is not defined. Use one of "
                + $"{string.Join(", ", Enum.GetNames<PresenceWatchRefusal>())}.");
        }

        if (!Enum.IsDefined(options.Polling))
        {
            yield return new(Part + nameof(options.Polling), $"{options.Polling} is not defined. Use one of "
                + $"{string.Join(", ", Enum.GetNames<PresenceWatchPolling>())}.");
        }
    }
}
