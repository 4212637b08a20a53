using System.Text.Json;

namespace PresenceClient.Soak.Wire.Tenant;

/// <summary>Writes entries of the directory.</summary>
internal static class DirectoryJson
{
    public static void Write(Utf8JsonWriter json, UserKey key)
    {
        DirectoryUser user = TenantDirectory.Of(key);
        json.WriteStartObject();
        json.WriteString("id", user.Id);
        json.WriteString("displayName", user.DisplayName);
        json.WriteString("userPrincipalName", user.UserPrincipalName);
        json.WriteString("mail", user.Mail);
        json.WriteEndObject();
    }
}
