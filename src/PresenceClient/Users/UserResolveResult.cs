using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace PresenceClient;

/// <summary>The result of looking up many sign-in names: one outcome for each name, in the order given.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A result that can be enumerated, not a collection to keep.")]
public sealed class UserResolveResult : IReadOnlyList<UserResolveOutcome>
{
    private readonly UserResolveOutcome[] _outcomes;
    private readonly Dictionary<string, UserResolveOutcome> _byName;

    /// <summary>Creates a result, for example in a test.</summary>
    /// <param name="outcomes">The outcomes, in the order of the names.</param>
    /// <exception cref="ArgumentException">An outcome is null.</exception>
    public UserResolveResult(IEnumerable<UserResolveOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        _outcomes = [.. outcomes];
        _byName = new Dictionary<string, UserResolveOutcome>(_outcomes.Length, StringComparer.OrdinalIgnoreCase);
        foreach (UserResolveOutcome? outcome in _outcomes)
        {
            _ = outcome ?? throw new ArgumentException("An outcome is null. Each name has one.", nameof(outcomes));
            _byName.TryAdd(outcome.Name, outcome);
        }

        Users = [.. _byName.Values.Select(static o => o.User).OfType<DirectoryUser>()];
        Missing = [.. _byName.Values.Where(static o => o.IsMissing).Select(static o => o.Name)];
        Failures = [.. _byName.Values.Where(static o => o.IsFailed)];
    }

    /// <summary>The users that were found, in the order given.</summary>
    /// <remarks>A name that was given more than once, ignoring case, counts once here.</remarks>
    public IReadOnlyList<DirectoryUser> Users { get; }

    /// <summary>The names that no user has, in the order given. That isn't a failure.</summary>
    /// <remarks>A name that was given more than once, ignoring case, counts once here.</remarks>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>The names whose lookup failed, with the reason, in the order given.</summary>
    /// <remarks>A name that was given more than once, ignoring case, counts once here.</remarks>
    public IReadOnlyList<UserResolveOutcome> Failures { get; }

    /// <summary>The number of names that were given.</summary>
    public int Count => _outcomes.Length;

    /// <summary>The outcome of the name that was given at this place.</summary>
    /// <param name="index">The place, from zero.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public UserResolveOutcome this[int index] => _outcomes[index];

    /// <summary>The user with a sign-in name.</summary>
    /// <param name="name">The sign-in name; case does not matter.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message says why.</exception>
    public DirectoryUser this[string name] => TryGetValue(name, out DirectoryUser? user)
        ? user
        : throw new KeyNotFoundException(WhyNot(name));

    /// <summary>Finds the user with a sign-in name.</summary>
    /// <param name="name">The sign-in name; case does not matter.</param>
    /// <param name="user">The user, or null.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue(string name, [NotNullWhen(true)] out DirectoryUser? user)
    {
        user = _byName.GetValueOrDefault(name)?.User;
        return user is not null;
    }

    /// <summary>Enumerates the outcomes in the order of the names.</summary>
    public IEnumerator<UserResolveOutcome> GetEnumerator() =>
        ((IEnumerable<UserResolveOutcome>)_outcomes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string WhyNot(string name) => _byName.GetValueOrDefault(name) switch
    {
        null => "This name was not looked up.",
        { IsFailed: true } => "The lookup of this name failed (it is in Failures, with the reason).",
        _ => "No user has this sign-in name (it is in Missing).",
    };
}
