namespace PresenceClient.Diagnostics;

/// <summary>What is measured of the users of a bulk request.</summary>
internal static class BulkMetrics
{
    /// <summary>A bulk request has ended, with all its pages or by a failure.</summary>
    /// <param name="asked">The number of users who were asked for.</param>
    /// <param name="found">The presences that were read; null for a user without one.</param>
    /// <param name="missing">The number of users whom the service left out; null after a failure.</param>
    public static void Ended(int asked, ReadOnlySpan<UserPresence?> found, int? missing)
    {
        Instruments.BulkIds.Record(asked);
        if (Instruments.BulkRead.Enabled)
        {
            Instruments.BulkRead.Add(found.Length - found.Count((UserPresence?)null));
        }

        if (missing is { } number)
        {
            Instruments.BulkMissing.Add(number);
        }
    }
}
