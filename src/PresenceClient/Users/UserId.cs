namespace PresenceClient.Users;

/// <summary>Checks ids before they become part of an address.</summary>
internal static class UserId
{
    private const string Cure = "Presence operations take object ids (GUIDs, for example "
        + "11111111-1111-4111-8111-111111111111). Users[name].GetUserAsync() resolves a sign-in name to one, and "
        + "Users.ResolveAsync(names) resolves many.";

    private const string GroupCure = "A group is identified by its object id (a GUID, for example "
        + "11111111-1111-4111-8111-111111111111), not by its name or mail address. The Microsoft Entra admin center "
        + "shows the object id.";

    /// <summary>Checks an object id. The id itself stays out of the error.</summary>
    public static string RequireObjectId(string? id, string parameter = "id")
    {
        _ = ParseObjectId(id, parameter);
        return id!;
    }

    /// <summary>Checks and reads an object id: as GUIDs, ids that differ in case are one.</summary>
    public static Guid ParseObjectId(string? id, string parameter = "id") =>
        GuidText.TryParse(id, out Guid guid) ? guid : throw Wrong(id, "The user's id", parameter);

    /// <summary>Checks and reads the object id at a place of a list.</summary>
    public static Guid ParseObjectId(string? id, int index, string parameter) =>
        GuidText.TryParse(id, out Guid guid) ? guid : throw Wrong(id, $"The id at index {index}", parameter);

    /// <summary>Checks the object id of a group. The id itself stays out of the error.</summary>
    public static string RequireGroupId(string? id, string parameter) =>
        GuidText.IsGuid(id) ? id! : throw Wrong(id, "The group's id", parameter, GroupCure);

    /// <summary>Checks a name or an id that is to be one segment of a path.</summary>
    public static string RequireSegment(string idOrName, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(idOrName, parameter);
        return idOrName is "." or ".."
            ? throw new ArgumentException("'.' and '..' can't name a user, since they are parts of a path. Give an "
                + "object id or a sign-in name.", parameter)
            : WellFormed.Require(idOrName, parameter);
    }

    private static ArgumentException Wrong(string? id, string which, string parameter, string cure = Cure) =>
        new($"{which} is {(id is null ? "null" : "not an object id")}. {cure}", parameter);
}
