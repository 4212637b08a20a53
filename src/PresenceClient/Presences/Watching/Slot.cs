namespace PresenceClient.Presences.Watching;

/// <summary>A user's place in a page. There is one for each user, so it is as small as possible.</summary>
internal struct Slot(string id)
{
    /// <summary>The object id, as it was added.</summary>
    public readonly string Id = id;

    /// <summary>The version of the last change; 0 until the user is read.</summary>
    public long Version;

    /// <summary>The version of the first read or report; 0 until then.</summary>
    public long FirstVersion;

    /// <summary>When the last change was read or observed, in UTC ticks.</summary>
    public long ChangedAt;

    /// <summary>When the present availability and activity were first read or observed, in UTC ticks.</summary>
    public long Since;

    /// <summary>The user's entry in the image of the page; <see cref="PageImage.None"/> if it has none.</summary>
    public short Entry = PageImage.None;

    /// <summary>Whether a request has asked for the user since it was added here.</summary>
    public bool WasAsked;

    /// <summary>Whether the user's state is known.</summary>
    public readonly bool IsRead => Version != 0;
}
