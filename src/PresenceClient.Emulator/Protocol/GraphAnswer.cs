using System.Text.Json;

namespace PresenceClient.Emulator.Protocol;

/// <summary>
/// An answer of Graph: the status, and the function that writes the body. Without a function, the body is empty.
/// </summary>
internal sealed record GraphAnswer
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>The answer to a write: status 200 and an empty body.</summary>
    public static readonly GraphAnswer Done = Empty(200);

    private GraphAnswer(int status, Action<Utf8JsonWriter>? body) => (Status, Body) = (status, body);

    public int Status { get; init; }

    public Action<Utf8JsonWriter>? Body { get; private init; }

    /// <summary>The headers in addition to those of every answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>The body that a fault puts in place of the service's body.</summary>
    public byte[]? Bytes { get; init; }

    public static GraphAnswer Empty(int status) => new(status, null);

    public static GraphAnswer Json(Action<Utf8JsonWriter> body, int status = 200) => new(status, body);

    public static GraphAnswer Failed(EmulatedError error, EmulatedCall call) =>
        new(error.Status, writer => error.Write(writer, call));

    /// <summary>Renders the body with the current state.</summary>
    public byte[] Render() => Bytes ?? (Body is null ? [] : JsonBody.Render(Body));
}
