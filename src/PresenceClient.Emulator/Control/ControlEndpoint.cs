using System.Globalization;
using System.Text.Json;

namespace PresenceClient.Emulator;

/// <summary>What a test in any language can ask about the emulator itself, below <c>/_emulator</c>.</summary>
internal sealed class ControlEndpoint(Tenant tenant)
{
    /// <summary>The first segment of the paths that are the emulator's own.</summary>
    public const string Segment = "_emulator";

    private readonly ControlRoute[] _routes =
    [
        new("GET", "", writer => WriteTenant(writer, tenant)),
        new("GET", "users", writer => WriteUsers(writer, tenant)),
    ];

    /// <summary>Answers a call; the body is null where the status says it all.</summary>
    public (int Status, Action<Utf8JsonWriter>? Body) Answer(string method, string path)
    {
        ControlRoute[] known = Array.FindAll(_routes, route => route.Path == path);
        if (known.Length == 0)
            return (404, null);
        return Array.Find(known, route => route.Method == method) is { } found ? (200, found.Write) : (405, null);
    }

    private static void WriteTenant(Utf8JsonWriter writer, Tenant tenant)
    {
        writer.WriteStartObject();
        writer.WriteString("tenantId", tenant.Id);
        writer.WriteString("now", tenant.Now.ToString("O", CultureInfo.InvariantCulture));
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
