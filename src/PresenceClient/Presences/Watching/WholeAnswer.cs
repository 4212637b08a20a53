using PresenceClient.Http;
using PresenceClient.Serialization;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// An answer that is read as a whole, with all of its pages. It takes effect when the last page has been read.
/// </summary>
internal sealed class WholeAnswer(string[] ids)
{
    private readonly Chunk _chunk = new(start: 0, ids);
    private int _pages;

    /// <summary>The bytes of all pages.</summary>
    public byte[] Utf8 { get; private set; } = [];

    /// <summary>The presence of each id, by its place; null if it was not found.</summary>
    public ReadOnlySpan<UserPresence?> Found => _chunk.Found;

    /// <summary>The position of the entry of each id, by its place, if it was found.</summary>
    public (int Start, int Length)[] Locations { get; } = new (int Start, int Length)[ids.Length];

    /// <summary>Why users could not be read: the reason of one of them; null if all were read.</summary>
    public PresenceException? Failure => _chunk.Failures is [var first, ..] ? first.Exception : null;

    /// <summary>Whether the next answer can be compared with it.</summary>
    public bool IsComparable => _pages == 1 && _chunk.Failures.Length == 0;

    public PresenceException? FailureOf(int place) => _chunk.FailureOf(place);

    public ReadOnlySpan<byte> BytesOf(int place) => Utf8.AsSpan(Locations[place].Start, Locations[place].Length);

    /// <summary>Adds a page, and returns whether any of it is new.</summary>
    public bool Add(ReadOnlySpan<byte> utf8, PresenceEntries page, FailureFactory failures)
    {
        for (int place = 0; place < ids.Length; place++)
        {
            if (page.Found[place] is not null)
            {
                (int start, int length) = page.Locations![place];
                Locations[place] = (Utf8.Length + start, length);
            }
        }

        Utf8 = [.. Utf8, .. utf8];
        _pages++;
        return _chunk.Take(page, failures);
    }

    /// <summary>Notes that the last page has been read.</summary>
    public void End() => _chunk.End(failure: null);
}
