using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PresenceClient.Emulator;

/// <summary>
/// The properties of users that a read asked for; properties that the emulator does not keep are left out.
/// </summary>
internal sealed class UserFields
{
    private static readonly (string Name, Func<EmulatedUser, string> Value)[] Known =
    [
        ("id", user => user.Id),
        ("displayName", user => user.DisplayName),
        ("userPrincipalName", user => user.UserPrincipalName),
        ("mail", user => user.Mail),
    ];

    private static readonly UserFields All = new(Known, "");

    private readonly (string Name, Func<EmulatedUser, string> Value)[] _fields;

    private UserFields((string Name, Func<EmulatedUser, string> Value)[] fields, string contextSuffix) =>
        (_fields, ContextSuffix) = (fields, contextSuffix);

    /// <summary>What the context says about the selection.</summary>
    public string ContextSuffix { get; }

    public static UserFields Parse(IQueryCollection query)
    {
        string[] names = SelectOption.Read(query);
        if (names.Length == 0)
            return All;
        return new UserFields(
            Array.FindAll(Known, field => names.Contains(field.Name, StringComparer.OrdinalIgnoreCase)),
            SelectOption.ContextSuffix(names));
    }

    /// <summary>What tells the value of a property; null if users have none of that name.</summary>
    public static Func<EmulatedUser, string>? Find(string name) =>
        Array.Find(Known, field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public void Write(Utf8JsonWriter writer, EmulatedUser user)
    {
        foreach ((string name, Func<EmulatedUser, string> value) in _fields)
            writer.WriteString(name, value(user));
    }
}
