using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>One request as the server sees it, with its answer.</summary>
internal sealed class Exchange
{
    private readonly Lazy<HashSet<UserKey>> _asked;

    public Exchange() => _asked = new Lazy<HashSet<UserKey>>(() => [.. Users!]);

    /// <summary>The number of the request in the run, from 1.</summary>
    public required long Ordinal { get; init; }

    public required SoakClient Client { get; init; }

    public required Question Question { get; init; }

    /// <summary>The call that it belongs to; null for a loader's request, which belongs to many.</summary>
    public required int? Call { get; init; }

    /// <summary>The record of that call; null for a loader's request.</summary>
    public required CallRecord? Record { get; init; }

    /// <summary>The part that all attempts have in common.</summary>
    public required string Chain { get; init; }

    /// <summary>The number of the attempt in the chain, from 1.</summary>
    public required int Attempt { get; init; }

    public required string ClientRequestId { get; init; }

    /// <summary>Whether .NET's handler sent an earlier attempt again because its connection was closed.</summary>
    public bool IsResent { get; init; }

    /// <summary>The request as the client sent it; null if the client creates its HTTP handler.</summary>
    public required Sending? Sending { get; init; }

    /// <summary>The users that this exchange answers for.</summary>
    public required IReadOnlyList<UserKey> Users { get; init; }

    public required Answer Answer { get; init; }

    /// <summary>The time when the request arrived.</summary>
    public TimeSpan Arrived { get; } = Clock.Now;

    /// <summary>The time when the answer was sent or abandoned.</summary>
    public TimeSpan? Ended { get; set; }

    /// <summary>How long the answer asks the client to wait; null if it does not, or in no valid form.</summary>
    public TimeSpan? Asked { get; set; }

    /// <summary>The time until which a 429 holds the client back at least; null for another answer.</summary>
    public TimeSpan? HeldUntil { get; set; }

    /// <summary>The exchange before it in the chain.</summary>
    public Exchange? Before { get; init; }

    /// <summary>The number of claims challenges earlier in the chain.</summary>
    public int Challenges { get; set; }

    /// <summary>The first user of the answer; the signed-in user if the question names none.</summary>
    public UserKey FirstUser => Users.Count > 0 ? Users[0] : Client.Me;

    /// <summary>Whether the answer covers a user.</summary>
    public bool IsFor(UserKey user) => Users.Count == 0 ? user == Client.Me : _asked.Value.Contains(user);

    public override string ToString() =>
        $"#{Ordinal} {Client.Name} {Chain} attempt {Attempt}{(IsResent ? " (resent)" : "")}: {Answer.Name}, "
            + $"{Arrived.TotalSeconds:0.000}–{Ended?.TotalSeconds:0.000} s"
            + (Sending is null ? "" : $", sent at {Sending}");
}
