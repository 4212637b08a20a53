using System.Text.Json;

namespace PresenceClient.Emulator;

/// <summary>What a control call answers: a status, and what writes the body, or nothing for none.</summary>
internal sealed record ControlAnswer(int Status, Action<Utf8JsonWriter>? Body = null)
{
    public static readonly ControlAnswer Done = new(200);
    public static readonly ControlAnswer NotFound = new(404);
    public static readonly ControlAnswer MethodNotAllowed = new(405);

    public static ControlAnswer Json(Action<Utf8JsonWriter> body) => new(200, body);

    /// <summary>Refuses what the call says, in words for whoever wrote it.</summary>
    public static ControlAnswer Bad(string message) => new(400, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("error", message);
        writer.WriteEndObject();
    });
}
