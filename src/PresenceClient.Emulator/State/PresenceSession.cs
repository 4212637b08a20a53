namespace PresenceClient.Emulator.State;

/// <summary>One source of a user's presence, with its two clocks: fading since the last set, and expiry.</summary>
internal readonly record struct PresenceSession(
    SessionKind Kind, string Key, EmulatedPair Pair, DateTime SetAt, DateTime ExpiresAt)
{
    private static readonly TimeSpan FadeStep = TimeSpan.FromMinutes(5);

    private bool Fades => Kind == SessionKind.Application && Pair == EmulatedPair.Available;

    /// <summary>The key of a Teams client's session.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such device.</exception>
    public static string KeyOf(TeamsDevice device) => device switch
    {
        TeamsDevice.Desktop => "desktop",
        TeamsDevice.Mobile => "mobile",
        TeamsDevice.Web => "web",
        _ => throw new ArgumentOutOfRangeException(nameof(device), device, "Teams does not run on that."),
    };

    /// <summary>Whether this is the session that <paramref name="kind"/> and <paramref name="key"/> name.</summary>
    public bool Is(SessionKind kind, string key) =>
        Kind == kind && Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the session says at a time, as long as it has not expired.</summary>
    public EmulatedPair At(DateTime time)
    {
        if (!Fades || time - SetAt < FadeStep)
        {
            return Pair;
        }
        return time - SetAt < 2 * FadeStep ? EmulatedPair.AvailableInactive : EmulatedPair.Away;
    }

    /// <summary>When the session next says something else; <see cref="DateTime.MaxValue"/> for never.</summary>
    public DateTime NextChange(DateTime after)
    {
        if (!Fades)
        {
            return ExpiresAt;
        }
        DateTime fade = SetAt + FadeStep;
        if (fade <= after)
        {
            fade += FadeStep;
        }
        return fade <= after || fade > ExpiresAt ? ExpiresAt : fade;
    }
}
