using System.Text.Json;
using PresenceClient.Http;
using PresenceClient.Serialization;

namespace PresenceClient.Presences;

/// <summary>The part of a bulk read that one request covers: its ids and their results.</summary>
/// <param name="start">The index of the first id in the list of all ids.</param>
/// <param name="ids">The ids, from 1 to <see cref="ChunkRead.Limit"/>, each once.</param>
internal sealed class Chunk(int start, ReadOnlyMemory<string> ids)
{
    private UserPresence?[] _found = [];
    private Dictionary<int, PresenceException>? _broken;
    private PresenceException? _nameless;
    private PresenceException? _failure;

    public int Start => start;

    public ReadOnlyMemory<string> Ids => ids;

    /// <summary>The presence of each id, by its place; null if there is none. Empty before the first page.</summary>
    public ReadOnlySpan<UserPresence?> Found => _found;

    /// <summary>The ids that the service left out, in the order requested. Set by <see cref="End"/>.</summary>
    public string[] Missing { get; private set; } = [];

    /// <summary>The ids that could not be read, with the reasons. Set by <see cref="End"/>.</summary>
    public PresenceReadFailure[] Failures { get; private set; } = [];

    /// <summary>The presence of an id, or null.</summary>
    public UserPresence? this[int place] => _found.Length == 0 ? null : _found[place];

    /// <summary>Returns why an id could not be read; null if it was read or left out.</summary>
    public PresenceException? FailureOf(int place) =>
        this[place] is not null ? null : _broken?.GetValueOrDefault(place) ?? _failure;

    /// <summary>Adds the entries of a page, and returns whether any of them is new.</summary>
    public bool Take(PresenceEntries page, FailureFactory failures)
    {
        bool isNew = Take(page.Found);
        foreach ((int place, JsonException fault) in page.Broken ?? [])
        {
            isNew |= _found[place] is null
                && (_broken ??= []).TryAdd(place, failures.BrokenEntry(namesUser: true, fault));
        }

        if (page.Nameless is { } nameless)
        {
            _nameless ??= failures.BrokenEntry(namesUser: false, nameless);
        }

        return isNew;
    }

    /// <summary>Ends the chunk. Ids without a presence are now missing or failed.</summary>
    /// <param name="failure">The failure of the request; null if all of its pages were read.</param>
    public void End(PresenceException? failure)
    {
        _failure = failure ?? _nameless;
        if (_found.Length > 0 && !Found.Contains(null))
        {
            return;
        }

        var unanswered = new List<string>();
        var failures = new List<PresenceReadFailure>();
        for (int place = 0; place < ids.Length; place++)
        {
            if (FailureOf(place) is { } reason && reason != _failure)
            {
                failures.Add(new PresenceReadFailure([ids.Span[place]], reason));
            }
            else if (this[place] is null)
            {
                unanswered.Add(ids.Span[place]);
            }
        }

        if (_failure is null)
        {
            Missing = [.. unanswered];
        }
        else if (unanswered.Count > 0)
        {
            failures.Insert(0, new PresenceReadFailure(unanswered, _failure));
        }

        Failures = [.. failures];
    }

    private bool Take(UserPresence?[] found)
    {
        if (_found.Length == 0)
        {
            _found = found;
            return Array.Exists(found, static presence => presence is not null);
        }

        bool isNew = false;
        for (int place = 0; place < found.Length; place++)
        {
            if (found[place] is { } presence)
            {
                isNew |= _found[place] is null;
                _found[place] = presence;
            }
        }

        return isNew;
    }
}
