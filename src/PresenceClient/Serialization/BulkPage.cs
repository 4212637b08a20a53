namespace PresenceClient.Serialization;

/// <summary>A page of a bulk answer, and what is read of it.</summary>
/// <param name="utf8">The page as UTF-8 text, without a byte order mark.</param>
/// <param name="ids">The requested ids.</param>
/// <param name="located">Whether to record the positions of the entries.</param>
internal readonly ref struct BulkPage(ReadOnlySpan<byte> utf8, IdPlaces ids, bool located)
{
    public ReadOnlySpan<byte> Utf8 { get; } = utf8;

    public IdPlaces Ids => ids;

    public bool Located => located;
}
