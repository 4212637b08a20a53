using System.Text.Json;

namespace PresenceClient.Emulator.Control;

/// <summary>What a control call answers: a status, and what writes the body, or nothing for none.</summary>
internal sealed record ControlAnswer(int Status, Action<Utf8JsonWriter>? Body = null)
{
    public static readonly ControlAnswer Done = new(200);

    /// <summary>The methods that the path takes, for the header of that name; null where none is wrong.</summary>
    public string? Allow { get; private init; }

    public static ControlAnswer Json(Action<Utf8JsonWriter> body) => new(200, body);

    /// <summary>Refuses what the call says, in words for the author of the call.</summary>
    public static ControlAnswer Bad(string message) => Failed(400, message);

    public static ControlAnswer Forbidden(string message) => Failed(403, message);

    public static ControlAnswer NotFound(string message) => Failed(404, message);

    public static ControlAnswer UnknownUser(string id) =>
        NotFound($"No user has the id or sign-in name '{id}'. GET /_emulator/users lists the users.");

    public static ControlAnswer MethodNotAllowed(string message, string allow) =>
        Failed(405, message) with { Allow = allow };

    public static ControlAnswer TooLarge(string message) => Failed(413, message);

    private static ControlAnswer Failed(int status, string message) => new(status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("error", message);
        writer.WriteEndObject();
    });
}
