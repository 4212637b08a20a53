namespace PresenceClient.Presences.Watching;

/// <summary>The position of an entry in the image of a page, and the user it belongs to.</summary>
internal struct ImageEntry
{
    /// <summary>The place of its first byte.</summary>
    public int Start;

    /// <summary>The number of its bytes.</summary>
    public int Length;

    /// <summary>
    /// The user's place in the page; <see cref="PageImage.None"/> if the page no longer has the user.
    /// </summary>
    public short Place;

    /// <summary>The place after its last byte.</summary>
    public readonly int End => Start + Length;
}
