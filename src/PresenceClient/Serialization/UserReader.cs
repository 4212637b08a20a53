using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>Reads directory users.</summary>
internal static class UserReader
{
    /// <summary>Reads a body that is a user.</summary>
    public static DirectoryUser ReadOne(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = Json.Start(utf8);
        DirectoryUser user = Read(ref reader);
        Json.End(ref reader);
        return user;
    }

    /// <summary>Reads a body that is the requested user, given by id or sign-in name.</summary>
    public static DirectoryUser ReadOne(ReadOnlySpan<byte> utf8, string idOrName)
    {
        DirectoryUser user = ReadOne(utf8);
        return !GuidText.IsGuid(idOrName) || user.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
            ? user
            : throw new JsonException("The answer is another user. Its 'id' must be the requested id.");
    }

    /// <summary>Reads the object at the reader's position.</summary>
    public static DirectoryUser Read(ref Utf8JsonReader reader)
    {
        Json.RequireObject(in reader, "user");
        string? id = null, displayName = null, userPrincipalName = null, mail = null, userType = null;
        bool? accountEnabled = null;
        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            if (name.SequenceEqual("id"u8))
            {
                id = Json.ReadText(in reader, "id");
            }
            else if (name.SequenceEqual("displayName"u8))
            {
                displayName = Json.ReadText(in reader, "displayName");
            }
            else if (name.SequenceEqual("userPrincipalName"u8))
            {
                userPrincipalName = Json.ReadText(in reader, "userPrincipalName");
            }
            else if (name.SequenceEqual("mail"u8))
            {
                mail = Json.ReadText(in reader, "mail");
            }
            else if (name.SequenceEqual("accountEnabled"u8))
            {
                accountEnabled = Json.ReadBoolean(in reader, "accountEnabled");
            }
            else if (name.SequenceEqual("userType"u8))
            {
                userType = Json.ReadName<DirectoryUserType>(in reader, "userType");
            }
            else
            {
                reader.Skip();
            }
        }

        return new DirectoryUser
        {
            Id = id ?? throw new JsonException("A user has no 'id'. The property is required."),
            DisplayName = displayName,
            UserPrincipalName = userPrincipalName,
            Mail = mail,
            AccountEnabled = accountEnabled,
            UserTypeText = userType,
        };
    }
}
