using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>What a request asks, of whom.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Users">The users whom it names; none for <c>/me</c> and for listings.</param>
/// <param name="Action">The action of a write, else empty.</param>
/// <param name="PageToken">Which page it asks for, else empty.</param>
internal sealed record Question(
    QuestionKind Kind, IReadOnlyList<UserKey> Users, string Action = "", string PageToken = "")
{
    /// <summary>The body is not what the client should send; says what is wrong.</summary>
    public string? Fault { get; init; }
}
