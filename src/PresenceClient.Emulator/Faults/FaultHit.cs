using System.Text;
using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Faults;

/// <summary>A fault that hit a call, with the random sequence of this hit.</summary>
internal sealed record FaultHit(EmulatorFault Fault, SeededRandom Random)
{
    /// <summary>
    /// Applies the fault to the answer. The answer is rendered completely here, so that it shows the state at the time
    /// of the call, however long sending takes.
    /// </summary>
    public GraphAnswer Damage(GraphAnswer answer, EmulatedCall call)
    {
        if (Fault.StatusCode is { } status)
        {
            answer = status < 400
                ? GraphAnswer.Empty(status)
                : GraphAnswer.Failed(EmulatedError.OfStatus(status), call);
        }

        byte[] body = Fault.Body is { } text
            ? Encoding.UTF8.GetBytes(text)
            : EntryShuffle.Apply(answer.Render(), Fault.Entries, Random);
        // In HTTP, answers with these two statuses have no body.
        if (answer.Status is 204 or 304)
        {
            body = [];
        }

        return answer with { Bytes = body, Headers = Merge(answer.Headers, Fault.Headers) };
    }

    private static Dictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> headers, IReadOnlyDictionary<string, string> over)
    {
        var merged = new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in over)
        {
            merged[name] = value;
        }

        return merged;
    }
}
