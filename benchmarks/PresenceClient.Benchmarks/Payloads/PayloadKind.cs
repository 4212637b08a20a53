namespace PresenceClient.Benchmarks.Payloads;

/// <summary>The content of the presences in a payload.</summary>
public enum PayloadKind
{
    /// <summary>Id, availability, activity, sequence number, out-of-office settings, and nulls.</summary>
    Plain,

    /// <summary>In addition, a status message for half of the users, and a work location for a third.</summary>
    Rich,
}
