namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>The kind of a question.</summary>
internal enum QuestionKind
{
    /// <summary>A question that the client must not send.</summary>
    Other,

    /// <summary>The presences of many users.</summary>
    ReadMany,

    /// <summary>A next page of that.</summary>
    ReadManyPage,

    /// <summary>One presence.</summary>
    Read,

    /// <summary>The presence of the signed-in user, whose id the client does not know.</summary>
    ReadMe,

    /// <summary>A write of one presence.</summary>
    Write,

    /// <summary>An entry of the directory.</summary>
    GetUser,

    /// <summary>All entries of the directory.</summary>
    ListUsers,

    /// <summary>A next page of that.</summary>
    ListUsersPage,
}
