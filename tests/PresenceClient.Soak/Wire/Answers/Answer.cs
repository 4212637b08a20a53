using System.Net;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>A row of the table: a kind of answer, and what the client must do with it.</summary>
/// <param name="Name">The name, for reports.</param>
/// <param name="Group">The group, which decides how often it is drawn.</param>
/// <param name="Outcome">What the client must do with it.</param>
/// <param name="PlayAsync">Sends it.</param>
internal sealed record Answer(string Name, AnswerGroup Group, Outcome Outcome, Func<Stage, Task> PlayAsync)
{
    /// <summary>The status that the client sees; null if it cannot see one.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Whether only a raw connection can send it.</summary>
    public bool IsRaw { get; init; }

    /// <summary>
    /// Whether the connection closes before the first byte, so that .NET's handler can send the request again.
    /// </summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether it lasts until the client's time limit.</summary>
    public bool IsEndless { get; init; }

    /// <summary>The questions that it fits.</summary>
    public Func<QuestionKind, bool> Fits { get; init; } = static _ => true;
}
