using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>A next page from a next link.</summary>
/// <param name="Call">The call that it belongs to, or null.</param>
/// <param name="Users">The users of the page.</param>
/// <param name="Offset">The offset of the page in a listing.</param>
internal sealed record PageSession(int? Call, IReadOnlyList<UserKey> Users, int Offset)
{
    /// <summary>The answer of the page; null for a random one.</summary>
    public Answer? Answer { get; init; }
}
