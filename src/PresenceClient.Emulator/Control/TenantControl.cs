using System.Text.Json;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Control;

/// <summary>Serves the control calls for the tenant: describe it, list users, add applications and reset.</summary>
internal static class TenantControl
{
    public static ControlRoute[] Routes(Tenant tenant, Action reset) =>
    [
        new("GET", "", _ => ControlAnswer.Json(writer => WriteTenant(writer, tenant))),
        new("GET", "users", _ => ControlAnswer.Json(writer => WriteUsers(writer, tenant))),
        new("POST", "apps", call => call.WithBody(["roles"], body => AddApplication(tenant, body))),
        new("POST", "reset", _ =>
        {
            reset();
            return ControlAnswer.Done;
        }),
    ];

    private static ControlAnswer AddApplication(Tenant tenant, JsonElement body)
    {
        if (ControlFields.Texts(body, "roles") is not { } roles || roles.Any(string.IsNullOrWhiteSpace))
        {
            return ControlAnswer.Bad("'roles' must be an array of application roles, for example Presence.Read.All.");
        }

        EmulatedApplication application = tenant.AddApplication(roles);
        return new ControlAnswer(201, writer => WriteApplication(writer, application));
    }

    private static void WriteTenant(Utf8JsonWriter writer, Tenant tenant)
    {
        writer.WriteStartObject();
        writer.WriteString("tenantId", tenant.Id);
        ClockControl.WriteNow(writer, tenant.Now);
        writer.WriteStartArray("apps");
        foreach (EmulatedApplication application in tenant.Applications)
        {
            WriteApplication(writer, application);
        }

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
        {
            writer.WriteStringValue(role);
        }

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
            writer.WriteBoolean("accountEnabled", user.AccountEnabled);
            writer.WriteString("userType", user.UserType);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
