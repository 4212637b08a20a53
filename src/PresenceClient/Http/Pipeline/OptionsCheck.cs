using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Http;

/// <summary>
/// Validates <see cref="PresenceClientOptions"/>. A constructor throws all errors in one exception; a host reports
/// them, with those of its configuration, at startup.
/// </summary>
internal static class OptionsCheck
{
    private const int MostRetries = 10;

    private const int FastestPace = 100_000;

    /// <summary>Returns the valid options of a client that signs in with a credential.</summary>
    public static PresenceClientOptions ForCredential(PresenceClientOptions? options)
    {
        options ??= new PresenceClientOptions();
        List<OptionFault> faults = Faults(options);
        if (options is { HttpClient: not null, HttpMessageHandler: not null })
        {
            faults.Add(new(nameof(options.HttpClient),
                "HttpClient cannot be combined with HttpMessageHandler. Set only one."));
        }

        Throw(faults, nameof(options));
        return options;
    }

    /// <summary>
    /// Returns the valid options of a client with a request adapter, and checks the adapter's address.
    /// </summary>
    public static PresenceClientOptions ForAdapter(PresenceClientOptions? options, IRequestAdapter adapter)
    {
        options ??= new PresenceClientOptions();
        string? own = string.IsNullOrEmpty(adapter.BaseUrl) ? null : adapter.BaseUrl.TrimEnd('/');
        bool isOther = own is not null && options.BaseAddress is { } address
            && !own.Equals(address.OriginalString.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
        List<OptionFault> faults = Faults(options);
        AddSenderFaults(options, "a request adapter, which has its own HTTP client. Leave it null.", faults);
        if (options.SignInTimeout is not null)
        {
            faults.Add(new(nameof(options.SignInTimeout), "SignInTimeout cannot be combined with a request adapter, "
                + "which signs in by itself. Leave it null."));
        }

        if (isOther)
        {
            faults.Add(new(nameof(options.BaseAddress), "The address differs from the request adapter's own. Leave "
                + "BaseAddress null to use the adapter's address."));
        }

        Throw(faults, nameof(options));
        string? refusal = own is null ? null : GraphEndpoint.Refusal(own);
        return refusal switch
        {
            null => options,
            GraphEndpoint.NoPresenceInChina => throw new NotSupportedException(refusal),
            _ => throw new ArgumentException(refusal, nameof(adapter)),
        };
    }

    /// <summary>Returns the errors in the options of a host's client.</summary>
    public static IEnumerable<OptionFault> ForHost(PresenceClientOptions options)
    {
        List<OptionFault> faults = Faults(options);
        AddSenderFaults(options, "AddPresenceClient, whose client sends through the HTTP client factory. Use "
            + "ConfigurePrimaryHttpMessageHandler of the builder that AddPresenceClient returns.", faults);
        return faults;
    }

    private static void Throw(List<OptionFault> faults, string parameter)
    {
        if (faults is [{ Text: GraphEndpoint.NoPresenceInChina } china])
        {
            throw new NotSupportedException(china.ToString());
        }

        OptionFault.Throw(faults, parameter);
    }

    // Lists, and not iterators, because each iterator is several methods to compile before the first call.
    private static List<OptionFault> Faults(PresenceClientOptions options)
    {
        List<OptionFault> faults = [];
        AddClientFaults(options, faults);
        AddLimitFaults(nameof(options.AttemptTimeout), options.AttemptTimeout, faults);
        AddLimitFaults(nameof(options.TotalTimeout), options.TotalTimeout, faults);
        AddLimitFaults(nameof(options.SignInTimeout), options.SignInTimeout ?? Timeout.InfiniteTimeSpan, faults);
        AddResilienceFaults(options, faults);
        return faults;
    }

    private static void AddClientFaults(PresenceClientOptions options, List<OptionFault> faults)
    {
        if (options.ApplicationId is { } id && !GuidText.IsGuid(id))
        {
            faults.Add(new(nameof(options.ApplicationId),
                "The value is not a GUID. Use the application (client) ID of the app registration."));
        }

        if (!GraphEndpoint.IsKnown(options.Cloud))
        {
            faults.Add(new(nameof(options.Cloud), $"{options.Cloud} is not a cloud. Use {Choices.Of<GraphCloud>()}."));
        }

        if (options.BaseAddress is { } address && GraphEndpoint.Refusal(address.OriginalString) is { } refusal)
        {
            faults.Add(new(nameof(options.BaseAddress), refusal));
        }

        if (options.TimeProvider is null)
        {
            faults.Add(new(nameof(options.TimeProvider), "The value is null. Use TimeProvider.System."));
        }

        if (LoopbackProxy.Concerns(options.BaseAddress)
            && LoopbackProxy.IsUsedBy(options.HttpMessageHandler, options.BaseAddress))
        {
            faults.Add(new(nameof(options.HttpMessageHandler), $"The handler {LoopbackProxy.Cure}."));
        }
    }

    private static void AddLimitFaults(string option, TimeSpan limit, List<OptionFault> faults)
    {
        if (!IsLimit(limit))
        {
            faults.Add(new(option, $"{limit:c} is out of range. Use more than zero and at most "
                + $"{CallRun.LongestTimer.TotalDays} days, or Timeout.InfiniteTimeSpan."));
        }
    }

    private static void AddResilienceFaults(PresenceClientOptions options, List<OptionFault> faults)
    {
        (TimeSpan attempt, TimeSpan total) = (options.AttemptTimeout, options.TotalTimeout);
        bool isEndless = attempt == Timeout.InfiniteTimeSpan;
        if (IsLimit(attempt) && IsLimit(total) && total != Timeout.InfiniteTimeSpan && (isEndless || attempt > total))
        {
            faults.Add(new(nameof(options.TotalTimeout),
                $"{total:c} is shorter than AttemptTimeout ({(isEndless ? "infinite" : $"{attempt:c}")}), which it "
                    + "limits. Use at least AttemptTimeout, or Timeout.InfiniteTimeSpan.",
                nameof(options.AttemptTimeout)));
        }

        if (options.MaxRetries is < 0 or > MostRetries)
        {
            faults.Add(new(nameof(options.MaxRetries),
                $"{options.MaxRetries} is out of range. Use 0 for no retries, up to {MostRetries}."));
        }

        if (options.MaxRetryAfter <= TimeSpan.Zero || options.MaxRetryAfter > CallRun.LongestTimer)
        {
            faults.Add(new(nameof(options.MaxRetryAfter), $"{options.MaxRetryAfter:c} is out of range. Use more than "
                + $"zero and at most {CallRun.LongestTimer.TotalDays} days."));
        }

        if (options.MaxRequestsPer30Seconds is < 1 or > FastestPace)
        {
            faults.Add(new(nameof(options.MaxRequestsPer30Seconds),
                $"{options.MaxRequestsPer30Seconds} is out of range. Use 1 to {FastestPace}, or null for no pacing."));
        }
    }

    private static bool IsLimit(TimeSpan limit) => limit == Timeout.InfiniteTimeSpan
        || (limit > TimeSpan.Zero && limit <= CallRun.LongestTimer);

    private static void AddSenderFaults(
        PresenceClientOptions options, string other, List<OptionFault> faults)
    {
        if (options.HttpClient is not null)
        {
            faults.Add(new(nameof(options.HttpClient), $"HttpClient cannot be combined with {other}"));
        }

        if (options.HttpMessageHandler is not null)
        {
            faults.Add(new(nameof(options.HttpMessageHandler), $"HttpMessageHandler cannot be combined with {other}"));
        }
    }
}
