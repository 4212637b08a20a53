namespace PresenceClient.Serialization;

/// <summary>What avoids new strings while a page is read.</summary>
/// <param name="ids">The requested ids.</param>
internal sealed class ReadHints(IdPlaces ids)
{
    private SharedTexts? _texts;

    public IdPlaces Ids => ids;

    /// <summary>The texts that presences have in common.</summary>
    public SharedTexts Texts => _texts ??= new SharedTexts();
}
