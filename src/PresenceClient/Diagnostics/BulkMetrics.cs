namespace PresenceClient.Diagnostics;

/// <summary>Records the metrics of bulk reads.</summary>
internal static class BulkMetrics
{
    /// <summary>Records the end of a bulk request, complete or failed.</summary>
    /// <param name="asked">The number of users that were requested.</param>
    /// <param name="found">The presences that were read; null for a user without one.</param>
    /// <param name="missing">The number of users that the service left out; null after a failure.</param>
    public static void Ended(int asked, ReadOnlySpan<UserPresence?> found, int? missing)
    {
        Instruments.Bulk.Ids.Record(asked);
        if (Instruments.Bulk.Read.Enabled)
        {
            Instruments.Bulk.Read.Add(found.Length - found.Count((UserPresence?)null));
        }

        if (missing is { } number)
        {
            Instruments.Bulk.Missing.Add(number);
        }
    }
}
