using PresenceClient.Http;

namespace PresenceClient.Users.Holding;

/// <summary>The rules of the options of holds and keepers. All errors are reported together.</summary>
internal static class HoldOptionsCheck
{
    private const string Keeper = "Keeper:";
    private const string Hold = "Hold:";

    private static readonly TimeSpan LongestClear = TimeSpan.FromMinutes(10);

    public static IEnumerable<OptionFault> Faults(PresenceHoldOptions options, TimeSpan attemptTimeout) =>
        FaultsOf(options.Expiry, Hold, attemptTimeout);

    public static IEnumerable<OptionFault> Faults(PresenceKeeperOptions options, TimeSpan attemptTimeout)
    {
        foreach (OptionFault fault in FaultsOf(options.Expiry, Keeper, attemptTimeout))
        {
            yield return fault;
        }

        if (!Concurrency.IsValid(options.MaxConcurrency))
        {
            yield return new(Keeper + nameof(options.MaxConcurrency),
                $"{options.MaxConcurrency} is out of range. Use 1 to {Concurrency.Most}.");
        }

        if (!(options.PaceShare is > 0 and <= 1))
        {
            yield return new(Keeper + nameof(options.PaceShare), FormattableString.Invariant(
                $"{options.PaceShare} is out of range. Use more than 0 and at most 1, for example 0.5."));
        }

        if (options.ClearTimeout < TimeSpan.Zero || options.ClearTimeout > LongestClear)
        {
            yield return new(Keeper + nameof(options.ClearTimeout),
                $"{options.ClearTimeout:c} is out of range. Use zero to 10 minutes.");
        }
    }

    private static IEnumerable<OptionFault> FaultsOf(TimeSpan expiry, string part, TimeSpan attemptTimeout)
    {
        if (!Duration.IsOfSession(expiry))
        {
            yield return new(part + nameof(PresenceHoldOptions.Expiry),
                $"{expiry:c} is out of range. Use 5 minutes to 4 hours.");
        }
        else if (attemptTimeout == Timeout.InfiniteTimeSpan || (expiry / 3) + attemptTimeout >= expiry)
        {
            string limit = attemptTimeout == Timeout.InfiniteTimeSpan ? "no limit" : $"{attemptTimeout:c}";
            yield return new(part + nameof(PresenceHoldOptions.Expiry), $"{expiry:c} is too short for "
                + $"{nameof(PresenceClientOptions.AttemptTimeout)} ({limit}): the session could expire during a "
                + "renewal, which starts after a third of it. Use a longer expiry or a shorter "
                + $"{nameof(PresenceClientOptions.AttemptTimeout)}.");
        }
    }
}
