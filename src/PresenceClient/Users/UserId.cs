namespace PresenceClient.Users;

/// <summary>Checks ids before they become a part of an address.</summary>
internal static class UserId
{
    private const string Rule = "Presence operations require an object id, which is a GUID, for example "
        + "11111111-1111-4111-8111-111111111111. Resolve a sign-in name with Users[name].GetUserAsync() first, or many "
        + "with Users.ResolveAsync(names).";

    private const string GroupRule = "A group is identified by its object id, which is a GUID, for example "
        + "11111111-1111-4111-8111-111111111111, not by its name or mail address. The Microsoft Entra admin center "
        + "shows the object id.";

    /// <summary>Checks an object id. The message of the exception doesn't contain it.</summary>
    public static string RequireObjectId(string? id, string parameter = "id")
    {
        _ = ParseObjectId(id, parameter);
        return id!;
    }

    /// <summary>Checks and parses an object id. Ids that differ only in case are the same GUID.</summary>
    public static Guid ParseObjectId(string? id, string parameter = "id") =>
        GuidText.TryParse(id, out Guid guid) ? guid : throw Wrong(id, "The user's id", parameter);

    /// <summary>Checks and parses the object id at an index of a list.</summary>
    public static Guid ParseObjectId(string? id, int index, string parameter) =>
        GuidText.TryParse(id, out Guid guid) ? guid : throw Wrong(id, $"The id at index {index}", parameter);

    /// <summary>Checks the object id of a group. The message of the exception doesn't contain it.</summary>
    public static string RequireGroupId(string? id, string parameter) =>
        GuidText.IsGuid(id) ? id! : throw Wrong(id, "The group's id", parameter, GroupRule);

    /// <summary>Checks a name or an id that becomes one segment of a path.</summary>
    public static string RequireSegment(string idOrName, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(idOrName, parameter);
        return idOrName is "." or ".."
            ? throw new ArgumentException(
                $"'{idOrName}' is not an object id or a sign-in name. It would change the path. Use an object id or a "
                    + "sign-in name.",
                parameter)
            : WellFormed.Require(idOrName, parameter);
    }

    private static ArgumentException Wrong(string? id, string which, string parameter, string rule = Rule) =>
        new($"{which} is {(id is null ? "null" : "not an object id")}. {rule}", parameter);
}
