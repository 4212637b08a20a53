using System.Text.Json;

namespace PresenceClient.Emulator;

/// <summary>What the Graph answers: a status, and what writes the body; nothing writes an empty body.</summary>
internal sealed class GraphAnswer
{
    /// <summary>What a write answers: the status 200 and an empty body.</summary>
    public static readonly GraphAnswer Done = new(200, null);

    private GraphAnswer(int status, Action<Utf8JsonWriter>? body) => (Status, Body) = (status, body);

    public int Status { get; }

    public Action<Utf8JsonWriter>? Body { get; }

    public static GraphAnswer Json(Action<Utf8JsonWriter> body) => new(200, body);

    public static GraphAnswer Failed(GraphError error, GraphCall call) =>
        new(error.Status, writer => error.Write(writer, call));
}
