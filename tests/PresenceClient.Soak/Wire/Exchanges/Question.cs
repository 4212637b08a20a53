using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>The question of a request.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Users">The users that it names; none for <c>/me</c> and for listings.</param>
/// <param name="Action">The action of a write; otherwise empty.</param>
/// <param name="PageToken">The token of the page; otherwise empty.</param>
internal sealed record Question(
    QuestionKind Kind, IReadOnlyList<UserKey> Users, string Action = "", string PageToken = "")
{
    /// <summary>Creates a question with an invalid body; the text says what is wrong.</summary>
    public string? Fault { get; init; }
}
