using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace PresenceClient;

/// <summary>What a read of many users gave: the presences in the order asked, and what there is none of.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A result that can be enumerated, not a collection to keep.")]
public sealed class PresenceReadResult : IReadOnlyCollection<UserPresence>
{
    private readonly UserPresence[] _presences;
    private Dictionary<string, UserPresence>? _byId;

    /// <summary>A result, as a test may make it.</summary>
    /// <param name="presences">The presences, in the order of the ids asked for, each id once.</param>
    /// <param name="missing">The ids that the service left out; null for none.</param>
    /// <param name="failures">The ids that could not be read; null for none.</param>
    /// <exception cref="ArgumentException">A presence is null, or two have the same id.</exception>
    public PresenceReadResult(
        IEnumerable<UserPresence> presences,
        IEnumerable<string>? missing = null,
        IEnumerable<PresenceReadFailure>? failures = null)
        : this(ToArray(presences), [.. missing ?? []], [.. failures ?? []])
    {
        _byId = new Dictionary<string, UserPresence>(_presences.Length, StringComparer.OrdinalIgnoreCase);
        foreach (UserPresence presence in _presences)
        {
            ArgumentNullException.ThrowIfNull(presence, nameof(presences));
            if (!_byId.TryAdd(presence.Id, presence))
            {
                throw new ArgumentException("Two presences have the same id; a result holds one for each.",
                    nameof(presences));
            }
        }
    }

    private PresenceReadResult(UserPresence[] presences, string[] missing, PresenceReadFailure[] failures)
    {
        _presences = presences;
        Missing = missing;
        Failures = failures;
    }

    /// <summary>The ids that the service left out, in the order asked. That is no failure.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>The ids that could not be read, with the reason.</summary>
    public IReadOnlyList<PresenceReadFailure> Failures { get; }

    /// <summary>How many presences there are.</summary>
    public int Count => _presences.Length;

    /// <summary>The presence of a user.</summary>
    /// <param name="id">The object id; case does not matter.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message says why.</exception>
    public UserPresence this[string id] => TryGetValue(id, out UserPresence? presence)
        ? presence
        : throw new KeyNotFoundException(WhyNot(id));

    /// <summary>Finds the presence of a user.</summary>
    /// <param name="id">The object id; case does not matter.</param>
    /// <param name="presence">The presence, or null.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue(string id, [NotNullWhen(true)] out UserPresence? presence) =>
        (_byId ??= Index()).TryGetValue(id, out presence);

    /// <summary>Finds the presence of a user.</summary>
    /// <param name="id">The object id.</param>
    /// <param name="presence">The presence, or null.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue(Guid id, [NotNullWhen(true)] out UserPresence? presence) =>
        TryGetValue(id.ToString(), out presence);

    /// <summary>Enumerates the presences in the order asked.</summary>
    public IEnumerator<UserPresence> GetEnumerator() => ((IEnumerable<UserPresence>)_presences).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A result over arrays that are its own from now on, with an index by id once it is needed.</summary>
    internal static PresenceReadResult Of(
        UserPresence[] presences, string[] missing, PresenceReadFailure[] failures) =>
        new(presences, missing, failures);

    private static UserPresence[] ToArray(IEnumerable<UserPresence> presences)
    {
        ArgumentNullException.ThrowIfNull(presences);
        return [.. presences];
    }

    private Dictionary<string, UserPresence> Index() =>
        _presences.ToDictionary(static p => p.Id, StringComparer.OrdinalIgnoreCase);

    private string WhyNot(string id) =>
        Missing.Contains(id, StringComparer.OrdinalIgnoreCase)
            ? "The service left this id out (it is in Missing): it knows no such user, or tells nothing of it."
        : Failures.Any(f => f.Ids.Contains(id, StringComparer.OrdinalIgnoreCase))
            ? "The read failed for this id (it is in Failures, with the reason)."
        : "This id was not asked for.";
}
