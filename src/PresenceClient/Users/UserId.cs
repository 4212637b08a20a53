namespace PresenceClient.Users;

/// <summary>Checks ids before they become part of an address.</summary>
internal static class UserId
{
    private const string Cure = "Presence takes object ids (GUIDs such as 11111111-1111-4111-8111-111111111111); "
        + "Users[name].GetUserAsync() resolves a sign-in name to one.";

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

    /// <summary>Checks a name or an id that is to be one segment of a path.</summary>
    public static string RequireSegment(string idOrName, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(idOrName, parameter);
        return idOrName is "." or ".."
            ? throw new ArgumentException("A path's own '.' and '..' are no user; give an object id or a sign-in name.",
                parameter)
            : WellFormed.Require(idOrName, parameter);
    }

    private static ArgumentException Wrong(string? id, string which, string parameter) =>
        new($"{which} is {(id is null ? "null" : "not an object id")}. {Cure}", parameter);
}
