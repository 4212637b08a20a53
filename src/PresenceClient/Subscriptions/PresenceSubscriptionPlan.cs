using System.Runtime.CompilerServices;
using PresenceClient.Presences;

namespace PresenceClient;

/// <summary>
/// Shares out users among watchers, the signed-in people who subscribe: each can have one subscription of up to 650
/// users. A pure function; it calls no service.
/// </summary>
public sealed record PresenceSubscriptionPlan
{
    /// <summary>The most users of one subscription.</summary>
    public const int MaxUsersPerWatcher = SubscriptionLimits.MostUsers;

    /// <summary>The users of each watcher, one list for each; empty for a watcher who is not needed.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Shards { get; init; }

    /// <summary>The users for whom there is no room. Poll them, or add watchers.</summary>
    public required IReadOnlyList<string> Unplaced { get; init; }

    /// <summary>Shares out users.</summary>
    /// <param name="ids">The object ids, GUIDs; duplicates count once.</param>
    /// <param name="watchers">The number of watchers, 0 or more.</param>
    /// <param name="previous">
    /// The plan in force. Users keep their watcher, so that few subscriptions change: a changed set of users is a new
    /// subscription. Default: null.
    /// </param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">An id is null or is not a GUID; the message names its index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of watchers is negative.</exception>
    [OverloadResolutionPriority(1)]
    public static PresenceSubscriptionPlan For(
        IEnumerable<string> ids, int watchers, PresenceSubscriptionPlan? previous = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(watchers);
        string[] distinct = PresenceIds.Distinct(ids);
        var open = new HashSet<string>(distinct, StringComparer.OrdinalIgnoreCase);
        var shards = new List<string>[watchers];
        bool[] isChanged = new bool[watchers];
        for (int i = 0; i < watchers; i++)
        {
            IReadOnlyList<string> before = i < previous?.Shards.Count ? previous.Shards[i] : [];
            shards[i] = [.. before.Where(open.Remove)];
            isChanged[i] = shards[i].Count != before.Count;
        }

        // A shard that changes anyway takes the new users first.
        IEnumerable<List<string>> order =
            Enumerable.Range(0, watchers).OrderBy(i => !isChanged[i]).Select(i => shards[i]);
        List<string> left = [.. distinct.Where(open.Contains)];
        foreach (List<string> shard in order)
        {
            int taken = Math.Min(left.Count, MaxUsersPerWatcher - shard.Count);
            shard.AddRange(left.Take(taken));
            left.RemoveRange(0, taken);
        }

        return new PresenceSubscriptionPlan { Shards = shards, Unplaced = left };
    }

    /// <summary>Shares out users.</summary>
    /// <param name="ids">The object ids; duplicates count once.</param>
    /// <param name="watchers">The number of watchers, 0 or more.</param>
    /// <param name="previous">As in the other overload.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of watchers is negative.</exception>
    public static PresenceSubscriptionPlan For(
        IEnumerable<Guid> ids, int watchers, PresenceSubscriptionPlan? previous = null) =>
        For(PresenceIds.Texts(ids), watchers, previous);

    /// <summary>Returns the numbers of users, without their ids.</summary>
    /// <returns>A text for logs and debuggers.</returns>
    public override string ToString() =>
        $"{nameof(PresenceSubscriptionPlan)}: {string.Join(" + ", Shards.Select(shard => shard.Count))} users, "
            + $"{Unplaced.Count} unplaced";
}
