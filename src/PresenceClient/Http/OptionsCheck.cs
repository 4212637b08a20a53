using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Http;

/// <summary>
/// The rules of the options, in one place: a constructor throws the first that is broken, so that a mistake shows where
/// it was written; a host is told all of them when it starts.
/// </summary>
internal static class OptionsCheck
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

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

        return options.BaseAddress is { } address && !string.IsNullOrEmpty(adapter.BaseUrl)
                && !address.OriginalString.TrimEnd('/').Equals(
                    adapter.BaseUrl.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
            ? throw Wrong(new OptionFault(nameof(options.BaseAddress), GraphEndpoint.Printable(address),
                "is not the request adapter's address; leave it null"), nameof(options))
            : options;
    }

    /// <summary>The rules that are broken, but for the address, which <see cref="GraphEndpoint"/> knows.</summary>
    public static IEnumerable<OptionFault> Faults(PresenceClientOptions options)
    {
        if (options.ApplicationId is { } id && !GuidText.IsGuid(id))
        {
            yield return new(nameof(options.ApplicationId), id,
                "is no GUID; give the client id of the app registration");
        }

        if (!Enum.IsDefined(options.Cloud))
        {
            yield return new(nameof(options.Cloud), options.Cloud.ToString(),
                $"is no cloud with presence; the values are {string.Join(", ", Enum.GetNames<GraphCloud>())}");
        }

        TimeSpan limit = options.AttemptTimeout;
        if (limit != Timeout.InfiniteTimeSpan && (limit <= TimeSpan.Zero || limit > LongestTimer))
        {
            yield return new(nameof(options.AttemptTimeout), limit.ToString("c"),
                $"is out of range; give more than zero and at most {LongestTimer.TotalDays} days, or "
                    + "Timeout.InfiniteTimeSpan");
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
    }

    private static ArgumentException Wrong(OptionFault fault, string parameter) =>
        new($"{nameof(PresenceClientOptions)}.{fault.Option}: {fault.Value} {fault.Fault}.", parameter);
}
