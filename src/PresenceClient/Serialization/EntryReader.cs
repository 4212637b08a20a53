using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// Reads entries of a page: by the shape of the entries before, or else strictly. The presences are the same in both
/// ways.
/// </summary>
/// <param name="utf8">The page.</param>
/// <param name="hints">What the entries share; null for none.</param>
internal ref struct EntryReader(ReadOnlySpan<byte> utf8, ReadHints? hints)
{
    // A page with many different shapes is read strictly, since learning costs more than reading an entry.
    private const int MostLessons = 16;

    // The depth of a whole page, without the object and the array in which an entry is.
    private const int MaxDepth = 64 - 2;

    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private EntryShape? _shape;
    private ShapeReader _byShape;
    private int? _lesson;
    private int _lessons;

    /// <summary>Reads an entry.</summary>
    /// <param name="start">The place of its first byte.</param>
    /// <param name="end">The place after its last byte.</param>
    /// <param name="place">The place of the id; <see cref="IdPlaces.None"/> if it was not requested.</param>
    /// <exception cref="JsonException">It is not a presence, or not JSON.</exception>
    public UserPresence Read(int start, out int end, out int place)
    {
        Learn();
        if (_shape is not null)
        {
            _byShape.Position = start;
            if (PresenceReader.Read(ref _byShape, out place) is { } presence)
            {
                end = _byShape.Position;
                return presence;
            }
        }

        return ReadStrictly(start, out end, out place);
    }

    private UserPresence ReadStrictly(int start, out int end, out int place)
    {
        var tokens = new Utf8JsonReader(_utf8[start..], new JsonReaderOptions { MaxDepth = MaxDepth });
        tokens.Read();
        var strict = new StrictReader(tokens, hints);
        UserPresence presence = PresenceReader.Read(ref strict, out place)!;
        end = start + (int)strict.Reader.BytesConsumed;
        _lesson = start;
        return presence;
    }

    // Learns from an entry when the next one is read, so that a single entry costs nothing more.
    private void Learn()
    {
        if (_lesson is not { } start || _lessons == MostLessons)
        {
            return;
        }

        if (_shape is null)
        {
            _shape = new EntryShape();
            _byShape = new ShapeReader(_utf8, _shape, hints);
        }

        _shape.Learn(_utf8, start);
        _lesson = null;
        _lessons++;
    }
}
