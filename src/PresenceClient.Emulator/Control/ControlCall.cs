using System.Buffers;
using System.Text.Json;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Control;

/// <summary>A call to the emulator itself: its path below <c>/_emulator</c>, cut at slashes, and its body.</summary>
internal sealed record ControlCall(string Method, string[] Segments, ReadOnlySequence<byte> Json)
{
    public string Path => '/' + string.Join('/', [ControlEndpoint.Segment, .. Segments]);

    /// <summary>
    /// Answers from the body's object; no body reads as <c>{}</c>, and anything else is refused, a field that the call
    /// does not know above all: misspelt, it would go unnoticed.
    /// </summary>
    public ControlAnswer WithBody(string[] fields, Func<JsonElement, ControlAnswer> answer) => WithBody(body =>
    {
        string? unknown = body.EnumerateObject().Select(field => field.Name)
            .FirstOrDefault(name => !fields.Contains(name));
        return unknown is null
            ? answer(body)
            : ControlAnswer.Bad($"There is no '{unknown}' here; the call takes {string.Join(", ", fields)}.");
    });

    /// <summary>The same for a call that looks at its fields itself.</summary>
    public ControlAnswer WithBody(Func<JsonElement, ControlAnswer> answer)
    {
        if (!GraphBody.Parse(Json).Succeeded(out GraphBody? body, out EmulatedError? error))
        {
            return ControlAnswer.Bad(error.Message);
        }
        using (body)
        {
            return answer(body.Root);
        }
    }
}
