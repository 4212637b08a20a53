namespace PresenceClient.Soak.Wire.Tenant;

/// <summary>How the server always treats a user. It is a part of the id.</summary>
internal enum Trait
{
    /// <summary>Answers with the presence.</summary>
    Known,

    /// <summary>Answers with <c>PresenceUnknown</c>.</summary>
    Unknown,

    /// <summary>Leaves the user out of bulk answers.</summary>
    Missing,

    /// <summary>Answers with an entry that has the id and cannot be read.</summary>
    Broken,

    /// <summary>Answers with an entry that has no id, or with null.</summary>
    Nameless,

    /// <summary>Answers 400 to each bulk request for the user.</summary>
    Refused,
}
