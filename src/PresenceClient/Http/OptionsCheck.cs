using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Http;

/// <summary>Checks options when a client is made, so that a mistake shows where it was written.</summary>
internal static class OptionsCheck
{
    private const int MostAttempts = 10;

    private const int FastestPace = 100_000;

    public static PresenceClientOptions Check(PresenceClientOptions? options)
    {
        options ??= new PresenceClientOptions();
        if (options.ApplicationId is { } id && !GuidText.IsGuid(id))
        {
            throw Wrong(nameof(options), nameof(options.ApplicationId), id,
                "is no GUID; give the client id of the app registration");
        }

        if (!Enum.IsDefined(options.Cloud))
        {
            throw Wrong(nameof(options), nameof(options.Cloud), options.Cloud.ToString(),
                $"is no cloud with presence; the values are {string.Join(", ", Enum.GetNames<GraphCloud>())}");
        }

        CheckLimit(nameof(options.AttemptTimeout), options.AttemptTimeout);
        CheckLimit(nameof(options.TotalTimeout), options.TotalTimeout);
        CheckResilience(options);
        if (options.TimeProvider is null)
        {
            throw Wrong(nameof(options), nameof(options.TimeProvider), "null",
                "is no clock; leave TimeProvider.System");
        }

        return options is { HttpClient: not null, HttpMessageHandler: not null }
            ? throw Wrong(nameof(options), nameof(options.HttpClient), "a client",
                "stands beside HttpMessageHandler; set one of the two")
            : options;
    }

    public static PresenceClientOptions CheckForAdapter(PresenceClientOptions? options, IRequestAdapter adapter)
    {
        options = Check(options);
        if (options.HttpClient is not null || options.HttpMessageHandler is not null)
        {
            throw Wrong(nameof(options), nameof(options.HttpClient), "a client or a handler",
                "is set, but the request adapter brings its own; give one or the other");
        }

        return options.BaseAddress is { } address && !string.IsNullOrEmpty(adapter.BaseUrl)
                && !address.OriginalString.TrimEnd('/').Equals(
                    adapter.BaseUrl.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
            ? throw Wrong(nameof(options), nameof(options.BaseAddress), GraphEndpoint.Printable(address),
                "is not the request adapter's address; leave it null")
            : options;
    }

    private static void CheckLimit(string option, TimeSpan limit)
    {
        if (limit != Timeout.InfiniteTimeSpan && (limit <= TimeSpan.Zero || limit > CallRun.LongestTimer))
        {
            throw Wrong("options", option, limit.ToString("c"),
                $"is out of range; give more than zero and at most {CallRun.LongestTimer.TotalDays} days, or "
                    + "Timeout.InfiniteTimeSpan");
        }
    }

    private static void CheckResilience(PresenceClientOptions options)
    {
        if (options.TotalTimeout != Timeout.InfiniteTimeSpan
            && (options.AttemptTimeout == Timeout.InfiniteTimeSpan || options.AttemptTimeout > options.TotalTimeout))
        {
            throw Wrong(nameof(options), nameof(options.TotalTimeout), options.TotalTimeout.ToString("c"),
                $"is shorter than AttemptTimeout ({options.AttemptTimeout:c}), which it limits; make it as long at "
                    + "least, or Timeout.InfiniteTimeSpan");
        }

        if (options.MaxAttempts is < 1 or > MostAttempts)
        {
            throw Wrong(nameof(options), nameof(options.MaxAttempts), $"{options.MaxAttempts}",
                $"is out of range; give 1 for no retry, up to {MostAttempts}");
        }

        if (options.MaxRequestsPer30Seconds is < 1 or > FastestPace)
        {
            throw Wrong(nameof(options), nameof(options.MaxRequestsPer30Seconds),
                $"{options.MaxRequestsPer30Seconds}",
                $"is out of range; give from 1 to {FastestPace}, or null for no pacing");
        }
    }

    private static ArgumentException Wrong(string parameter, string option, string value, string fault) =>
        new($"{nameof(PresenceClientOptions)}.{option}: {value} {fault}.", parameter);
}
