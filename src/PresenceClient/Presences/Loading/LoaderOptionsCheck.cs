using PresenceClient.Http;

namespace PresenceClient.Presences.Loading;

/// <summary>
/// The rules of a loader's options: it throws the first that is broken when it is made; a host is told all of them when
/// it starts.
/// </summary>
internal static class LoaderOptionsCheck
{
    public static PresenceLoaderOptions Check(PresenceLoaderOptions? options)
    {
        options ??= new PresenceLoaderOptions();
        foreach (OptionFault fault in Faults(options))
        {
            throw new ArgumentException(
                $"{nameof(PresenceLoaderOptions)}.{fault.Option}: {fault.Value} {fault.Fault}.", nameof(options));
        }

        return options;
    }

    public static IEnumerable<OptionFault> Faults(PresenceLoaderOptions options)
    {
        if (options.MaxAge < TimeSpan.Zero)
        {
            yield return new(nameof(options.MaxAge), $"{options.MaxAge:c}",
                "is negative; give zero to remember nothing, or more");
        }

        if (options.Capacity < 1)
        {
            yield return new(nameof(options.Capacity), $"{options.Capacity}",
                $"is less than 1; to remember nothing, leave {nameof(options.MaxAge)} at zero");
        }

        if (options.MaxGatherTime <= TimeSpan.Zero || options.MaxGatherTime > CallRun.LongestTimer)
        {
            yield return new(nameof(options.MaxGatherTime), $"{options.MaxGatherTime:c}",
                $"is out of range; give more than zero and at most {CallRun.LongestTimer.TotalDays} days");
        }
    }
}
