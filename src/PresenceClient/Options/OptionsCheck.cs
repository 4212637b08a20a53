using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Http;

/// <summary>
/// The rules of the options, in one place: a constructor throws the first that is broken, so that a mistake shows where
/// it was written; a host is told all of them when it starts.
/// </summary>
internal static class OptionsCheck
{
    private const int MostRetries = 10;

    private const int FastestPace = 100_000;

    public static PresenceClientOptions Check(PresenceClientOptions? options)
    {
        options ??= new PresenceClientOptions();
        foreach (OptionFault fault in Faults(options))
        {
            throw Wrong(fault, nameof(options));
        }

        return options.Credential is null
            ? options
            : throw Wrong(new OptionFault(nameof(options.Credential), "a way to sign in",
                "is set, which AddPresenceClient alone reads; leave it null, the constructor is given how to sign in"),
                nameof(options));
    }

    public static PresenceClientOptions CheckForAdapter(PresenceClientOptions? options, IRequestAdapter adapter)
    {
        options = Check(options);
        if (options.HttpClient is not null || options.HttpMessageHandler is not null)
        {
            throw Wrong(new OptionFault(nameof(options.HttpClient), "a client or a handler",
                "is set, but the request adapter brings its own; give one or the other"), nameof(options));
        }

        if (options.SignInTimeout is { } signIn)
        {
            throw Wrong(new OptionFault(nameof(options.SignInTimeout), $"{signIn:c}",
                "is set, but the request adapter signs in by itself; leave it null"), nameof(options));
        }

        return options.BaseAddress is { } address && !string.IsNullOrEmpty(adapter.BaseUrl)
                && !address.OriginalString.TrimEnd('/').Equals(
                    adapter.BaseUrl.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
            ? throw Wrong(new OptionFault(nameof(options.BaseAddress), GraphEndpoint.Printable(address),
                "is not the request adapter's address; leave it null"), nameof(options))
            : options;
    }

    /// <summary>The rules that are broken, but for the address, which <see cref="GraphEndpoint"/> knows.</summary>
    public static IEnumerable<OptionFault> Faults(PresenceClientOptions options) =>
    [
        .. ClientFaults(options),
        .. LimitFaults(nameof(options.AttemptTimeout), options.AttemptTimeout),
        .. LimitFaults(nameof(options.TotalTimeout), options.TotalTimeout),
        .. LimitFaults(nameof(options.SignInTimeout), options.SignInTimeout ?? Timeout.InfiniteTimeSpan),
        .. ResilienceFaults(options),
    ];

    private static IEnumerable<OptionFault> ClientFaults(PresenceClientOptions options)
    {
        if (options.ApplicationId is { } id && !GuidText.IsGuid(id))
        {
            yield return new(nameof(options.ApplicationId), OptionFault.Hidden(id),
                "is not a GUID of 36 characters. Set the client id of the app registration");
        }

        if (!Enum.IsDefined(options.Cloud))
        {
            yield return new(nameof(options.Cloud), options.Cloud.ToString(),
                $"is no cloud with presence; the values are {string.Join(", ", Enum.GetNames<GraphCloud>())}");
        }

        if (options.TimeProvider is null)
        {
            yield return new(nameof(options.TimeProvider), "null", "is no clock; leave TimeProvider.System");
        }

        if (options is { HttpClient: not null, HttpMessageHandler: not null })
        {
            yield return new(nameof(options.HttpClient), "a client",
                "stands beside HttpMessageHandler; set one of the two");
        }

        if (LoopbackProxy.Concerns(options.BaseAddress)
            && LoopbackProxy.IsUsedBy(options.HttpMessageHandler, options.BaseAddress))
        {
            yield return new(nameof(options.HttpMessageHandler), "the handler", LoopbackProxy.Cure);
        }
    }

    private static IEnumerable<OptionFault> LimitFaults(string option, TimeSpan limit)
    {
        if (limit != Timeout.InfiniteTimeSpan && (limit <= TimeSpan.Zero || limit > CallRun.LongestTimer))
        {
            yield return new(option, limit.ToString("c"),
                $"is out of range; give more than zero and at most {CallRun.LongestTimer.TotalDays} days, or "
                    + "Timeout.InfiniteTimeSpan");
        }
    }

    private static IEnumerable<OptionFault> ResilienceFaults(PresenceClientOptions options)
    {
        if (options.TotalTimeout != Timeout.InfiniteTimeSpan
            && (options.AttemptTimeout == Timeout.InfiniteTimeSpan || options.AttemptTimeout > options.TotalTimeout))
        {
            yield return new(nameof(options.TotalTimeout), options.TotalTimeout.ToString("c"),
                $"is shorter than AttemptTimeout ({options.AttemptTimeout:c}), which it limits; make it as long at "
                    + "least, or Timeout.InfiniteTimeSpan");
        }

        if (options.MaxRetries is < 0 or > MostRetries)
        {
            yield return new(nameof(options.MaxRetries), $"{options.MaxRetries}",
                $"is out of range; give 0 for no retry, up to {MostRetries}");
        }

        if (options.MaxRetryAfter <= TimeSpan.Zero || options.MaxRetryAfter > CallRun.LongestTimer)
        {
            yield return new(nameof(options.MaxRetryAfter), $"{options.MaxRetryAfter:c}",
                $"is out of range; give more than zero and at most {CallRun.LongestTimer.TotalDays} days");
        }

        if (options.MaxRequestsPer30Seconds is < 1 or > FastestPace)
        {
            yield return new(nameof(options.MaxRequestsPer30Seconds), $"{options.MaxRequestsPer30Seconds}",
                $"is out of range; give from 1 to {FastestPace}, or null for no pacing");
        }
    }

    private static ArgumentException Wrong(OptionFault fault, string parameter) =>
        new($"{nameof(PresenceClientOptions)}.{fault.Option}: {fault.Value} {fault.Fault}.", parameter);
}
