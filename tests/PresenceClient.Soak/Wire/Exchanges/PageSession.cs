using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>A next page that an answer named.</summary>
/// <param name="Call">The call that it belongs to, or null.</param>
/// <param name="Users">The users whom the page is to bring.</param>
/// <param name="Offset">Where the page of a listing begins.</param>
internal sealed record PageSession(int? Call, IReadOnlyList<UserKey> Users, int Offset)
{
    /// <summary>How the page must be answered; null to draw.</summary>
    public Answer? Answer { get; init; }
}
