using System.Text.Json;

namespace PresenceClient.Emulator.Protocol;

/// <summary>What the Graph answers: a status, and what writes the body; nothing writes an empty body.</summary>
internal sealed record GraphAnswer
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>What a write answers: the status 200 and an empty body.</summary>
    public static readonly GraphAnswer Done = Empty(200);

    private GraphAnswer(int status, Action<Utf8JsonWriter>? body) => (Status, Body) = (status, body);

    public int Status { get; init; }

    public Action<Utf8JsonWriter>? Body { get; private init; }

    /// <summary>Headers besides those that every answer has.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>The body as it is, where a fault has made it something else than the service's.</summary>
    public byte[]? Bytes { get; init; }

    public static GraphAnswer Empty(int status) => new(status, null);

    public static GraphAnswer Json(Action<Utf8JsonWriter> body) => new(200, body);

    public static GraphAnswer Failed(EmulatedError error, EmulatedCall call) =>
        new(error.Status, writer => error.Write(writer, call));

    /// <summary>The body in bytes; it says what is so at this moment.</summary>
    public byte[] Render() => Bytes ?? (Body is null ? [] : JsonBody.Render(Body));
}
