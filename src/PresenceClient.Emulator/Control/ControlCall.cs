using System.Buffers;
using System.Text.Json;

namespace PresenceClient.Emulator;

/// <summary>A call to the emulator itself: its path below <c>/_emulator</c>, cut at slashes, and its body.</summary>
internal sealed record ControlCall(string Method, string[] Segments, ReadOnlySequence<byte> Json)
{
    /// <summary>Answers from the body's object; no body reads as <c>{}</c>, and anything else is refused.</summary>
    public ControlAnswer WithBody(Func<JsonElement, ControlAnswer> answer)
    {
        if (!GraphBody.Parse(Json).Succeeded(out GraphBody? body, out GraphError? error))
            return ControlAnswer.Bad(error.Message);
        using (body)
            return answer(body.Root);
    }
}
