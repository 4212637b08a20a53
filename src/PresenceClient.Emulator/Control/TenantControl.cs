using System.Text.Json;

namespace PresenceClient.Emulator;

/// <summary>Looks at the tenant, and puts it back to its start.</summary>
internal static class TenantControl
{
    public static ControlRoute[] Routes(Tenant tenant) =>
    [
        new("GET", "", _ => ControlAnswer.Json(writer => WriteTenant(writer, tenant))),
        new("GET", "users", _ => ControlAnswer.Json(writer => WriteUsers(writer, tenant))),
        new("POST", "reset", _ =>
        {
            tenant.Reset();
            return ControlAnswer.Done;
        }),
    ];

    private static void WriteTenant(Utf8JsonWriter writer, Tenant tenant)
    {
        writer.WriteStartObject();
        writer.WriteString("tenantId", tenant.Id);
        ClockControl.WriteNow(writer, tenant.Now);
        writer.WriteStartArray("apps");
        foreach (EmulatedApplication application in tenant.Applications)
            WriteApplication(writer, application);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteApplication(Utf8JsonWriter writer, EmulatedApplication application)
    {
        writer.WriteStartObject();
        writer.WriteString("clientId", application.ClientId);
        writer.WriteString("clientSecret", application.ClientSecret);
        writer.WriteStartArray("roles");
        foreach (string role in application.Roles)
            writer.WriteStringValue(role);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteUsers(Utf8JsonWriter writer, Tenant tenant)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("value");
        foreach (EmulatedUser user in tenant.People)
        {
            writer.WriteStartObject();
            writer.WriteString("id", user.ObjectId);
            writer.WriteString("displayName", user.DisplayName);
            writer.WriteString("userPrincipalName", user.UserPrincipalName);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
