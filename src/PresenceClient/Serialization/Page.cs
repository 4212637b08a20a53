namespace PresenceClient.Serialization;

/// <summary>A page of a collection, with the address of the next page if there is one.</summary>
internal sealed record Page<T>(T Items, string? NextLink);
