namespace PresenceClient.Http;

/// <summary>
/// Turns the bytes of an answer into a model; throws <see cref="System.Text.Json.JsonException"/> if it cannot.
/// </summary>
/// <param name="utf8">The bytes.</param>
/// <param name="failures">Makes the exceptions for parts that cannot be read.</param>
internal delegate T BodyReader<out T>(ReadOnlySpan<byte> utf8, FailureFactory failures);
