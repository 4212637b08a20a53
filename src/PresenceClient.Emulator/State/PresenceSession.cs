namespace PresenceClient.Emulator.State;

/// <summary>A presence session with its two clocks: fading since it was last set, and expiry.</summary>
internal readonly record struct PresenceSession(
    SessionKind Kind, string Key, EmulatedPair Pair, DateTime SetAt, DateTime ExpiresAt)
{
    private static readonly TimeSpan FadeStep = TimeSpan.FromMinutes(5);

    private bool Fades => Kind == SessionKind.Application && Pair == EmulatedPair.Available;

    /// <summary>Returns the key of a Teams client's session.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The device is not defined.</exception>
    public static string KeyOf(TeamsDevice device) => device switch
    {
        TeamsDevice.Desktop => "desktop",
        TeamsDevice.Mobile => "mobile",
        TeamsDevice.Web => "web",
        _ => throw new ArgumentOutOfRangeException(nameof(device), device, "The value is not a Teams device."),
    };

    /// <summary>Returns whether <paramref name="kind"/> and <paramref name="key"/> identify this session.</summary>
    public bool Is(SessionKind kind, string key) =>
        Kind == kind && Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the state of the session at a time before it expires.</summary>
    public EmulatedPair At(DateTime time)
    {
        if (!Fades || time - SetAt < FadeStep)
        {
            return Pair;
        }

        return time - SetAt < 2 * FadeStep ? EmulatedPair.AvailableInactive : EmulatedPair.Away;
    }

    /// <summary>
    /// Returns when the state of the session changes next; <see cref="DateTime.MaxValue"/> for never.
    /// </summary>
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
