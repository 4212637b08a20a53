namespace PresenceClient.Presences.Loading;

/// <summary>Checks the options of a loader when it is made, so that a mistake shows where it was written.</summary>
internal static class LoaderOptionsCheck
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

    public static PresenceLoaderOptions Check(PresenceLoaderOptions? options)
    {
        options ??= new PresenceLoaderOptions();
        if (options.MaxAge < TimeSpan.Zero)
        {
            throw Wrong(nameof(options), nameof(options.MaxAge), $"{options.MaxAge:c}",
                "is negative; give zero to remember nothing, or more");
        }

        if (options.Capacity < 1)
        {
            throw Wrong(nameof(options), nameof(options.Capacity), $"{options.Capacity}",
                $"is less than 1; to remember nothing, leave {nameof(options.MaxAge)} at zero");
        }

        return options.MaxGatherTime <= TimeSpan.Zero || options.MaxGatherTime > LongestTimer
            ? throw Wrong(nameof(options), nameof(options.MaxGatherTime), $"{options.MaxGatherTime:c}",
                $"is out of range; give more than zero and at most {LongestTimer.TotalDays} days")
            : options;
    }

    private static ArgumentException Wrong(string parameter, string option, string value, string fault) =>
        new($"{nameof(PresenceLoaderOptions)}.{option}: {value} {fault}.", parameter);
}
