namespace PresenceClient;

/// <summary>What can hide a state, as far as the visible one tells.</summary>
internal static class HidingCauses
{
    /// <summary>The causes, in the order of the enum; none where nothing documented explains what is seen.</summary>
    /// <param name="seen">The presence that is seen.</param>
    /// <param name="intended">The intended state, which is another one.</param>
    public static PresenceVerdict[] Of(UserPresence seen, PresencePair intended)
    {
        PresenceAvailability availability = WireNames<PresenceAvailability>.Parse(intended.Availability);
        PresenceActivity activity = WireNames<PresenceActivity>.Parse(intended.Activity);
        return DocumentedState.Find(seen.Availability, seen.Activity) switch
        {
            null => [],
            { Activity: PresenceActivity.OffWork } => [PresenceVerdict.AppearsOffline],
            { Activity: PresenceActivity.Offline } => [PresenceVerdict.NoSession],
            { Activity: PresenceActivity.OutOfOffice }
                when (availability, activity) == (PresenceAvailability.Available, PresenceActivity.Available) =>
                [PresenceVerdict.OutOfOffice],
            { Activity: PresenceActivity.AvailableInactive } when availability == PresenceAvailability.Available =>
                [PresenceVerdict.Faded],
            { } state => [.. Of(state, availability)],
        };
    }

    private static IEnumerable<PresenceVerdict> Of(DocumentedState seen, PresenceAvailability intended)
    {
        if (seen.IsChosen)
        {
            yield return PresenceVerdict.PreferredPresence;
        }

        if (!seen.IsShownBySessions)
        {
            yield break;
        }

        // Null for an availability without a documented rank, as if it could be any.
        int? above = DocumentedState.RankOf(seen.Availability) - DocumentedState.RankOf(intended);
        if (above is null or >= 0)
        {
            yield return PresenceVerdict.HigherSession;
        }

        if (seen.Availability == PresenceAvailability.Away && intended == PresenceAvailability.Available)
        {
            yield return PresenceVerdict.Faded;
        }

        // Where a higher state is shown, it hides the session whether or not there is one.
        if (above is null or <= 0)
        {
            yield return PresenceVerdict.NoSession;
        }
    }
}
