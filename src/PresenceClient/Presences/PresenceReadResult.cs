using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace PresenceClient;

/// <summary>
/// The result of a read of many users: the presences in the order requested, the missing ids and the failures.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "A result that can be enumerated, not a general collection.")]
public sealed class PresenceReadResult : IReadOnlyCollection<UserPresence>
{
    private readonly UserPresence[] _presences;
    private Dictionary<string, UserPresence>? _byId;

    /// <summary>Creates a result, for example in a test.</summary>
    /// <param name="presences">The presences, in the order of the requested ids, each id once.</param>
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
                throw new ArgumentException("Two presences have the same id. A result contains each id once.",
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

    /// <summary>The ids that the service left out, in the order requested.</summary>
    /// <remarks>This is not a failure.</remarks>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>The ids that could not be read, with the reasons.</summary>
    public IReadOnlyList<PresenceReadFailure> Failures { get; }

    /// <summary>The number of presences.</summary>
    public int Count => _presences.Length;

    /// <summary>Gets the presence of a user.</summary>
    /// <param name="id">The object id; case is ignored.</param>
    /// <exception cref="KeyNotFoundException">There is no presence with this id. The message says why.</exception>
    public UserPresence this[string id] => TryGetValue(id, out UserPresence? presence)
        ? presence
        : throw new KeyNotFoundException(WhyNot(id));

    /// <summary>Finds the presence of a user.</summary>
    /// <param name="id">The object id; case is ignored.</param>
    /// <param name="presence">The presence, or null.</param>
    /// <returns>True if there is a presence with this id.</returns>
    public bool TryGetValue(string id, [NotNullWhen(true)] out UserPresence? presence) =>
        (_byId ??= Index()).TryGetValue(id, out presence);

    /// <summary>Finds the presence of a user.</summary>
    /// <param name="id">The object id.</param>
    /// <param name="presence">The presence, or null.</param>
    /// <returns>True if there is a presence with this id.</returns>
    public bool TryGetValue(Guid id, [NotNullWhen(true)] out UserPresence? presence) =>
        TryGetValue(id.ToString(), out presence);

    /// <summary>Enumerates the presences in the order requested.</summary>
    public IEnumerator<UserPresence> GetEnumerator() => ((IEnumerable<UserPresence>)_presences).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Creates a result that takes ownership of the arrays. The index by id is created on first use.</summary>
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
            ? "The service left this id out (see Missing): it does not know the user, or does not return the presence."
        : Failures.Any(f => f.Ids.Contains(id, StringComparer.OrdinalIgnoreCase))
            ? "The read failed for this id (see Failures for the reason)."
        : "This id was not requested.";
}
