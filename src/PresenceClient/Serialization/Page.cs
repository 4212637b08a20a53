namespace PresenceClient.Serialization;

/// <summary>A page of a collection, and the address of the next one if there is one.</summary>
internal sealed record Page<T>(T Items, string? NextLink);
