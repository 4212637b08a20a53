using System.Text.Json;

namespace PresenceClient.Emulator;

/// <summary>
/// One of the emulator's own calls: its method, its path below <c>/_emulator/</c>, and what writes the answer.
/// </summary>
internal sealed record ControlRoute(string Method, string Path, Action<Utf8JsonWriter> Write);
