namespace PresenceClient.Http;

/// <summary>
/// Turns the bytes of an answer into a model; throws <see cref="System.Text.Json.JsonException"/> if it cannot.
/// </summary>
internal delegate T BodyReader<out T>(ReadOnlySpan<byte> utf8);
