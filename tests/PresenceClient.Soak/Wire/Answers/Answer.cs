using System.Net;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>A row of the table: a way to answer, and what the client must make of it.</summary>
/// <param name="Name">What it is, for reports.</param>
/// <param name="Group">How often it is drawn is said for the group.</param>
/// <param name="Outcome">What the client must do with it.</param>
/// <param name="PlayAsync">Sends it.</param>
internal sealed record Answer(string Name, AnswerGroup Group, Outcome Outcome, Func<Stage, Task> PlayAsync)
{
    /// <summary>The status that the client sees; null where it cannot see one.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Whether only a raw connection can send it.</summary>
    public bool IsRaw { get; init; }

    /// <summary>Whether the connection closes before a byte of it, so that .NET's handler may send again.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether it lasts until the client's time limit.</summary>
    public bool IsEndless { get; init; }

    /// <summary>Which questions it fits.</summary>
    public Func<QuestionKind, bool> Fits { get; init; } = static _ => true;
}
