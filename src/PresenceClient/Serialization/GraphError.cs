namespace PresenceClient.Serialization;

/// <summary>What the service says of an error, as far as it says it.</summary>
internal sealed record GraphError(string? Code, string? Message, string? RequestId)
{
    public static readonly GraphError None = new(null, null, null);
}
