using System.Text.Json;

namespace PresenceClient.Emulator.Control;

/// <summary>The answer to a control call: a status, and the function that writes the body; null for no body.</summary>
internal sealed record ControlAnswer(int Status, Action<Utf8JsonWriter>? Body = null)
{
    public static readonly ControlAnswer Done = new(200);

    /// <summary>The methods of the path, for the Allow header; null if the method is valid.</summary>
    public string? Allow { get; private init; }

    public static ControlAnswer Json(Action<Utf8JsonWriter> body) => new(200, body);

    /// <summary>Creates an error for an invalid call, with a message for its author.</summary>
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
