namespace PresenceClient.Cli;

/// <summary>Trouble and recovery of a watch in words for people.</summary>
internal static class TroubleText
{
    /// <summary>Says since when reads fail, and why.</summary>
    public static string Began(DateTimeOffset since, PresenceException? failure) =>
        $"Reads have failed since {StateText.Time(since)}: "
            + (failure is null ? "the cause is not known." : FailureLine.For(failure));

    /// <summary>Says that reads succeed again.</summary>
    public static string Ended(DateTimeOffset since, DateTimeOffset until) =>
        $"Reads succeed again since {StateText.Time(until)}. They failed for {StateText.Length(until - since)}.";
}
