namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>What a request asks for.</summary>
internal enum QuestionKind
{
    /// <summary>Nothing that the client should ask for.</summary>
    Other,

    /// <summary>The presences of many users.</summary>
    ReadMany,

    /// <summary>A next page of that.</summary>
    ReadManyPage,

    /// <summary>One presence.</summary>
    Read,

    /// <summary>A change of one presence.</summary>
    Write,

    /// <summary>An entry of the directory.</summary>
    GetUser,

    /// <summary>All entries of the directory.</summary>
    ListUsers,

    /// <summary>A next page of that.</summary>
    ListUsersPage,
}
