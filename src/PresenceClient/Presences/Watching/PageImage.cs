using PresenceClient.Serialization;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// The bytes of the last answer for a page, and the positions of the users' entries in it. It is the only copy of
/// their states, except for the few users whose state is kept separately.
/// </summary>
internal sealed class PageImage
{
    /// <summary>No entry, or no place.</summary>
    public const short None = -1;

    // Answers grow and shrink a little from one to the next.
    private const int SlackShare = 32;

    private byte[] _bytes = [];
    private int _length;
    private ImageEntry[] _entries = [];

    /// <summary>Whether the next answer can be compared with it: false if an entry could not be read.</summary>
    public bool IsComparable { get; private set; }

    public ReadOnlySpan<byte> Utf8 => _bytes.AsSpan(0, _length);

    /// <summary>The entries in the order of the answer.</summary>
    public Span<ImageEntry> Entries => _entries;

    public ReadOnlySpan<byte> BytesOf(short entry) =>
        _bytes.AsSpan(_entries[entry].Start, _entries[entry].Length);

    /// <summary>Reads the presence of an entry; null for no entry.</summary>
    public UserPresence? Read(short entry) => entry == None ? null : PresenceReader.ReadOne(BytesOf(entry));

    /// <summary>
    /// Notes that the page has a new user. The image can still have an entry from an earlier time of the user in this
    /// page, which belongs to no user now, so the next answer must be read as a whole.
    /// </summary>
    public void NoteNewUser() => IsComparable = false;

    /// <summary>Takes an answer that was read as a whole; the image owns the arrays from now on.</summary>
    /// <param name="bytes">The answer.</param>
    /// <param name="entries">The entries in its order.</param>
    /// <param name="isComparable">Whether all of it could be read.</param>
    public void Replace(byte[] bytes, ImageEntry[] entries, bool isComparable) =>
        (_bytes, _length, _entries, IsComparable) = (bytes, bytes.Length, entries, isComparable);

    /// <summary>Takes an answer that was compared with this image.</summary>
    /// <param name="utf8">The answer.</param>
    /// <param name="changes">The entries that differ, in their order.</param>
    public void Replace(ReadOnlySpan<byte> utf8, ReadOnlySpan<ChangedEntry> changes)
    {
        int shift = 0;
        int next = 0;
        for (int i = 0; i < _entries.Length; i++)
        {
            _entries[i].Start += shift;
            if (next < changes.Length && changes[next].Entry == i)
            {
                shift += changes[next].Length - _entries[i].Length;
                _entries[i].Length = changes[next++].Length;
            }
        }

        if (utf8.Length > _bytes.Length)
        {
            _bytes = GC.AllocateUninitializedArray<byte>(utf8.Length + (utf8.Length / SlackShare));
        }

        utf8.CopyTo(_bytes);
        _length = utf8.Length;
    }
}
