using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>The selected properties of a user read. Properties that the emulator does not have are omitted.</summary>
internal sealed class UserFields
{
    private const string Id = "id";

    private static readonly UserField[] Known =
    [
        new(Id, user => user.Id),
        new("displayName", user => user.DisplayName),
        new("userPrincipalName", user => user.UserPrincipalName),
        new("mail", user => user.Mail),
        new("accountEnabled", user => user.AccountEnabled ? UserField.True : UserField.False)
        {
            IsBoolean = true,
            InBasicProfile = false,
        },
        new("userType", user => user.UserType) { InBasicProfile = false },
    ];

    private static readonly UserFields Default = new(Array.FindAll(Known, field => field.InBasicProfile), "");

    private readonly UserField[] _fields;

    private UserFields(UserField[] fields, string contextSuffix) => (_fields, ContextSuffix) = (fields, contextSuffix);

    /// <summary>The part of the context that describes the selection.</summary>
    public string ContextSuffix { get; }

    /// <summary>The names of the properties that the emulator has.</summary>
    public static string Names { get; } = string.Join(", ", Known.Select(field => field.Name));

    public static UserFields Parse(IQueryCollection query)
    {
        string[] names = SelectOption.Read(query);
        return names.Length == 0
            ? Default
            : new UserFields(
                Array.FindAll(Known, field => names.Contains(field.Name, StringComparer.OrdinalIgnoreCase)),
                SelectOption.ContextSuffix(names));
    }

    /// <summary>Finds a property by its name in any casing; null if users have no such property.</summary>
    public static UserField? Find(string name) =>
        Array.Find(Known, field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes the properties of a user that the caller can read.</summary>
    public void Write(Utf8JsonWriter writer, EmulatedUser user, Caller caller)
    {
        bool sees = PermissionRules.SeesFullProfile(caller, user);
        if (!sees && !PermissionRules.SeesUsers(caller))
        {
            WriteId(writer, user);
            return;
        }

        foreach (UserField field in _fields)
        {
            if (sees || field.InBasicProfile)
            {
                field.Write(writer, user);
            }
        }
    }

    /// <summary>Writes a member of a group to a caller who may see groups, but no users.</summary>
    private void WriteId(Utf8JsonWriter writer, EmulatedUser user)
    {
        writer.WriteString("@odata.type", "#microsoft.graph.user");
        writer.WriteString(Id, user.Id);
        foreach (UserField field in _fields.Where(field => field.Name != Id))
        {
            writer.WriteNull(field.Name);
        }
    }
}
