using System.Globalization;
using PresenceClient.Soak.Emulated;
using PresenceClient.Soak.Report;

namespace PresenceClient.Soak.Watching.Readers;

/// <summary>
/// The state of one reader, built only from its changes, and the check of each change: it must fit the earlier changes
/// of the reader, and the tenant must have had it. Called by one thread at a time.
/// </summary>
internal sealed class ReaderCheck
{
    private readonly string _reader;
    private readonly ReaderScene _scene;
    private readonly Look?[] _looks;
    private readonly long[] _versions;
    private readonly long[] _sequences;
    private readonly bool[] _isKnownHere;
    private int _continuedAt;

    public ReaderCheck(string reader, ReaderScene scene)
    {
        (_reader, _scene) = (reader, scene);
        int users = scene.History.Numbers.Count;
        (_looks, _versions, _sequences) = (new Look?[users], new long[users], new long[users]);
        _isKnownHere = new bool[users];
        Array.Fill(_isKnownHere, true);
    }

    /// <summary>What the reader knows about a user; null for nothing.</summary>
    public Look? this[int user] => _looks[user];

    /// <summary>The reader starts again from nothing.</summary>
    public void Restart()
    {
        Array.Clear(_looks);
        Array.Clear(_versions);
        Array.Clear(_sequences);
        Array.Fill(_isKnownHere, true);
    }

    /// <summary>
    /// The reader continues after a version. The watch does not remember its earlier changes, and repeats the changes
    /// after that version.
    /// </summary>
    public void Continue()
    {
        Array.Clear(_isKnownHere);
        _continuedAt = _scene.History.Step;
    }

    /// <summary>Checks a change, and takes it.</summary>
    public void Take(PresenceChange change)
    {
        if (_scene.History.Numbers.Find(change.UserId) is not { } user)
        {
            _scene.Findings.Add(
                Figure.Invented, "a user who is not watched", $"{_reader}: {change.Kind} of {change.UserId}");
            return;
        }

        Look? look = change.Current is { } presence ? Look.Of(presence)
            : change.Kind == PresenceChangeKind.Missing ? Look.Missing
            : null;
        long sequence = SequenceOf(change.Current);
        if (FaultOfContent(user, change, look, sequence) is { } invented)
        {
            Add(Figure.Invented, invented, user, change);
        }

        if (_isKnownHere[user] && FaultOfPrevious(user, change) is { } gap)
        {
            Add(Figure.Lost, gap, user, change);
        }

        if (FaultOfOrder(user, change, look, sequence) is { } disorder)
        {
            Add(Figure.OutOfOrder, disorder, user, change);
        }

        (_looks[user], _versions[user], _isKnownHere[user]) = (look, change.Version, true);
        _sequences[user] = sequence == 0 ? _sequences[user] : sequence;
    }

    public static long SequenceOf(UserPresence? presence) => presence?.SequenceNumber is { } number
        ? long.Parse(number.AsSpan(1), CultureInfo.InvariantCulture)
        : 0;

    private string? FaultOfContent(int user, PresenceChange change, Look? look, long sequence)
    {
        if (change.ReadAt > _scene.Time.GetUtcNow())
        {
            return "a change with a time in the future";
        }

        if (look is null)
        {
            return change.Kind == PresenceChangeKind.Unwatched && _scene.History.Read(user, static it => it.WasRemoved)
                ? null
                : "a user who was never removed is unwatched";
        }

        return _isKnownHere[user] && look == _looks[user] ? "a change without a difference"
            : _scene.History.Read(user, it => it.Had(look, sequence)) ? null
            : "a state that the service did not answer";
    }

    // The previous state of a change must be the state that the reader received last.
    private string? FaultOfPrevious(int user, PresenceChange change)
    {
        Look? previous = change.Previous is { } presence ? Look.Of(presence) : null;
        Look? known = _looks[user] == Look.Missing ? null : _looks[user];
        return previous == known ? null : "the previous state is not the state that the reader received last";
    }

    private string? FaultOfOrder(int user, PresenceChange change, Look? look, long sequence)
    {
        bool isKnownHere = _isKnownHere[user];
        if (isKnownHere ? change.Version <= _versions[user] : change.Version < _versions[user])
        {
            return "a version that is not greater";
        }

        if (look is not null && sequence != 0 && sequence < _sequences[user])
        {
            return "a lower sequence number after a higher one";
        }

        bool fits = !isKnownHere ? change.Kind != PresenceChangeKind.Initial || MayBeInitial(user)
            : _looks[user] is not { } known
                ? change.Kind is PresenceChangeKind.Initial or PresenceChangeKind.Missing
            : known == Look.Missing
                ? change.Kind is PresenceChangeKind.Returned or PresenceChangeKind.Unwatched
            : change.Kind is PresenceChangeKind.Changed or PresenceChangeKind.Missing
                or PresenceChangeKind.Unwatched;
        return fits ? null : $"{change.Kind} does not follow what the reader knows";
    }

    // After a user was removed and added again, the watch starts from nothing.
    private bool MayBeInitial(int user) =>
        _looks[user] is null || _scene.History.Read(user, it => it.AddedAt >= _continuedAt || it.WasRemoved);

    private void Add(Figure figure, string kind, int user, PresenceChange change) =>
        _scene.Findings.Add(figure, kind, $"{_reader}, user {user}, knows {_looks[user]}, sequence {_sequences[user]}\n"
            + $"{change.Kind} {change.Version}: {Describe(change.Previous)} -> {Describe(change.Current)}");

    private static string Describe(UserPresence? presence) =>
        presence is null ? "nothing" : $"{Look.Of(presence)} {presence.SequenceNumber}";
}
