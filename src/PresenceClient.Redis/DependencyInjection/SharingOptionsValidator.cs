using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.DependencyInjection;
using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <summary>Reports all errors in the options of a shared watch in one exception.</summary>
internal sealed partial class SharingOptionsValidator(IServiceProvider provider, string? key)
    : IValidateOptions<PresenceSharingOptions>
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, PresenceSharingOptions options)
    {
        if (name != HostServices.NameOf(key))
        {
            return ValidateOptionsResult.Skip;
        }

        string[] faults = [.. Faults(options).Select(fault => $"{nameof(PresenceSharingOptions)}.{fault.Option}"
            + $"{(key is null ? "" : $" (watch '{key}')")}: {fault.Text}")];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<(string Option, string Text)> Faults(PresenceSharingOptions options)
    {
        if (options.Connection is null && !provider.GetRequiredService<IServiceProviderIsService>()
            .IsService(typeof(IConnectionMultiplexer)))
        {
            yield return (nameof(options.Connection), "There is no connection to Redis. A shared watch uses the host's "
                + $"own. Register a singleton {nameof(IConnectionMultiplexer)}, or set the option.");
        }

        if (options.Lease < ShortestLease || options.Lease > LongestLease)
        {
            yield return (nameof(options.Lease),
                $"{options.Lease:c} is out of range. Use {ShortestLease:c} to {LongestLease:c}.");
        }

        if (!Enum.IsDefined(options.OnRedisLost))
        {
            yield return (nameof(options.OnRedisLost), $"{options.OnRedisLost} is not defined. Use "
                + $"{nameof(RedisLost.PollAlone)} or {nameof(RedisLost.KeepStale)}.");
        }

        if (!(options.FollowerPaceShare is > 0 and < 1))
        {
            yield return (nameof(options.FollowerPaceShare), FormattableString.Invariant(
                $"{options.FollowerPaceShare} is out of range. Use more than 0 and less than 1, for example 0.2."));
        }

        if (FaultOfKey(options.Key) is { } fault)
        {
            yield return (nameof(options.Key), fault);
        }
    }

    private string? FaultOfKey(string? name)
    {
        if (name is not null)
        {
            return ValidKey().IsMatch(name) ? null
                : "The value is not valid. Use 1 to 200 letters, digits and the characters - _ . :";
        }

        try
        {
            return SharingScope.Find(provider, key, out string? fault) is null
                ? $"{fault}. All hosts that share must read with the same identity. Set a key that only hosts with "
                    + "this identity use."
                : null;
        }
        catch (OptionsValidationException)
        {
            // The host reports the errors of the client's options, too.
            return null;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.:-]{1,200}\z")]
    private static partial Regex ValidKey();
}
