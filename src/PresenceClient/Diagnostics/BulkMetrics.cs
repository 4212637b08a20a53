namespace PresenceClient.Diagnostics;

/// <summary>What is measured of the users of a bulk request.</summary>
internal static class BulkMetrics
{
    /// <summary>A bulk request has ended, with all its pages or by a failure.</summary>
    /// <param name="found">The presence of each user who was asked for, or null.</param>
    /// <param name="complete">Whether all pages came: only then is a user who is lacking missing.</param>
    public static void Ended(ReadOnlySpan<UserPresence?> found, bool complete)
    {
        Instruments.BulkIds.Record(found.Length);
        if (!Instruments.BulkRead.Enabled && !Instruments.BulkMissing.Enabled)
        {
            return;
        }

        int lacking = found.Count((UserPresence?)null);
        Instruments.BulkRead.Add(found.Length - lacking);
        if (complete)
        {
            Instruments.BulkMissing.Add(lacking);
        }
    }
}
