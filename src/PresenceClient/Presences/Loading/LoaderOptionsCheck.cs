using PresenceClient.Http;

namespace PresenceClient.Presences.Loading;

/// <summary>
/// Validates <see cref="PresenceLoaderOptions"/>, when a loader is created and when a host starts. All errors are
/// reported together.
/// </summary>
internal static class LoaderOptionsCheck
{
    private const string Part = "Loader:";

    public static PresenceLoaderOptions Check(PresenceLoaderOptions? options)
    {
        options ??= new PresenceLoaderOptions();
        OptionFault.Throw(Faults(options), nameof(options));
        return options;
    }

    public static IEnumerable<OptionFault> Faults(PresenceLoaderOptions options)
    {
        if (options.MaxAge < TimeSpan.Zero)
        {
            yield return new(Part + nameof(options.MaxAge),
                $"{options.MaxAge:c} is negative. Use zero to cache nothing, or a positive time.");
        }

        if (options.Capacity < 1)
        {
            yield return new(Part + nameof(options.Capacity), $"{options.Capacity} is less than 1. Use 1 or more. To "
                + $"cache nothing, leave {nameof(options.MaxAge)} at zero.");
        }

        if (options.MaxGatherTime <= TimeSpan.Zero || options.MaxGatherTime > CallRun.LongestTimer)
        {
            yield return new(Part + nameof(options.MaxGatherTime), $"{options.MaxGatherTime:c} is out of range. Use "
                + $"more than zero and at most {CallRun.LongestTimer.TotalDays} days.");
        }
    }
}
