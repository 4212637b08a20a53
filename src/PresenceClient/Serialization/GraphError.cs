namespace PresenceClient.Serialization;

/// <summary>What an error answer says, as far as it says it.</summary>
internal sealed record GraphError(string? Code, string? Message, string? RequestId)
{
    public static readonly GraphError None = new(null, null, null);

    /// <summary>Whether the body has Microsoft Graph's form: an <c>error</c> with a code inside.</summary>
    public bool HasGraphForm { get; init; }

    /// <summary>
    /// Whether Microsoft Graph answered, as far as that can be told. A gateway or a proxy in front of it has another
    /// form of errors, and gives no <c>request-id</c>.
    /// </summary>
    public bool IsOfGraph => HasGraphForm || RequestId is not null;
}
