using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Http;

/// <summary>Checks options when a client is made, so that a mistake shows where it was written.</summary>
internal static class OptionsCheck
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

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

        TimeSpan limit = options.AttemptTimeout;
        if (limit != Timeout.InfiniteTimeSpan && (limit <= TimeSpan.Zero || limit > LongestTimer))
        {
            throw Wrong(nameof(options), nameof(options.AttemptTimeout), limit.ToString("c"),
                $"is out of range; give more than zero and at most {LongestTimer.TotalDays} days, or "
                    + "Timeout.InfiniteTimeSpan");
        }

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

    private static ArgumentException Wrong(string parameter, string option, string value, string fault) =>
        new($"{nameof(PresenceClientOptions)}.{option}: {value} {fault}.", parameter);
}
