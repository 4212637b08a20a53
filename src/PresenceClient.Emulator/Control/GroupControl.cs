using System.Text.Json;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Control;

/// <summary>Lists the groups and adds one.</summary>
internal static class GroupControl
{
    private const string DisplayName = "displayName";
    private const string Members = "members";
    private const string Groups = "groups";

    public static ControlRoute[] Routes(Tenant tenant) =>
    [
        new("GET", "groups", _ => ControlAnswer.Json(writer => WriteAll(writer, tenant.State.Groups))),
        new("POST", "groups", call => call.WithBody([DisplayName, Members, Groups], body => Add(tenant, body))),
    ];

    private static ControlAnswer Add(Tenant tenant, JsonElement body)
    {
        if (!body.TryGetProperty(DisplayName, out JsonElement name) || name.ValueKind != JsonValueKind.String
            || string.IsNullOrWhiteSpace(name.GetString()))
        {
            return ControlAnswer.Bad($"'{DisplayName}' must be a text, and not blank.");
        }

        if (ControlFields.Texts(body, Members) is not { } members
            || ControlFields.Texts(body, Groups) is not { } groups)
        {
            return ControlAnswer.Bad(
                $"'{Members}' must be an array of ids or sign-in names of users, and '{Groups}' of ids of groups.");
        }

        var users = new List<EmulatedUser>();
        foreach (string id in members)
        {
            if (!tenant.TryGetUserByIdOrName(id, out EmulatedUser? user))
            {
                return ControlAnswer.UnknownUser(id);
            }

            users.Add(user);
        }

        GroupDirectory directory = tenant.State.Groups;
        var nested = new List<EmulatedGroup>();
        foreach (string id in groups)
        {
            if (!directory.TryGet(id, out EmulatedGroup? one))
            {
                return ControlAnswer.NotFound($"No group has the id '{id}'. GET /_emulator/groups lists the groups.");
            }

            nested.Add(one);
        }

        EmulatedGroup group = directory.Add(name.GetString()!, new GroupMembers([.. users], [.. nested]));
        return new ControlAnswer(201, writer => Write(writer, group, directory.Read(group)));
    }

    private static void WriteAll(Utf8JsonWriter writer, GroupDirectory directory)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("value");
        foreach (EmulatedGroup group in directory.All)
        {
            Write(writer, group, directory.Read(group));
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, EmulatedGroup group, GroupMembers members)
    {
        writer.WriteStartObject();
        writer.WriteString("id", group.ObjectId);
        writer.WriteString(DisplayName, group.DisplayName);
        WriteIds(writer, Members, members.Users.Select(user => user.ObjectId));
        WriteIds(writer, Groups, members.Groups.Select(nested => nested.ObjectId));
        writer.WriteEndObject();
    }

    private static void WriteIds(Utf8JsonWriter writer, string property, IEnumerable<Guid> ids)
    {
        writer.WriteStartArray(property);
        foreach (Guid id in ids)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }
}
