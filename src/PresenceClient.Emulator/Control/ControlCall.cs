using System.Buffers;
using System.Text.Json;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Control;

/// <summary>A call to the control API: its path below <c>/_emulator</c>, split at slashes, and its body.</summary>
internal sealed record ControlCall(string Method, string[] Segments, ReadOnlySequence<byte> Json)
{
    public string Path => '/' + string.Join('/', [ControlEndpoint.Segment, .. Segments]);

    /// <summary>
    /// Answers a call with the object in its body; a missing body is read as <c>{}</c>. Any other body and unknown
    /// fields are rejected, because a misspelled field would go unnoticed.
    /// </summary>
    public ControlAnswer WithBody(string[] fields, Func<JsonElement, ControlAnswer> answer) => WithBody(body =>
    {
        string? unknown = body.EnumerateObject().Select(field => field.Name)
            .FirstOrDefault(name => !fields.Contains(name));
        return unknown is null
            ? answer(body)
            : ControlAnswer.Bad($"'{unknown}' is not a field of this call. Use {string.Join(", ", fields)}.");
    });

    /// <summary>Answers a call that validates its fields itself.</summary>
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
