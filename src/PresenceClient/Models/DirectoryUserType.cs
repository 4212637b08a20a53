using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The relation of a user to the organization.</summary>
/// <remarks>
/// Source: <see href="https://learn.microsoft.com/graph/api/resources/user">user resource type</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<DirectoryUserType>))]
public enum DirectoryUserType
{
    /// <summary>The service does not return the type, or the account has none.</summary>
    Unknown = 0,

    /// <summary>The account belongs to the organization.</summary>
    Member,

    /// <summary>The user was invited from another organization.</summary>
    Guest,

    /// <summary>A value that this version does not know; <see cref="DirectoryUser.UserTypeText"/> has it.</summary>
    UnknownFutureValue,
}
