namespace PresenceClient.Benchmarks.Payloads;

/// <summary>What the presences of a payload hold.</summary>
public enum PayloadKind
{
    /// <summary>Id, availability, activity, sequence number, out-of-office settings, and nulls.</summary>
    Plain,

    /// <summary>Half of them with a status message besides, a third with a work location.</summary>
    Rich,
}
