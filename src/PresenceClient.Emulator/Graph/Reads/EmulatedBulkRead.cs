using System.Text.Json;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>
/// Serves getPresencesByUserId: at most 650 ids, each answered once, in the order of their first occurrence.
/// </summary>
internal static class EmulatedBulkRead
{
    public static readonly BodyType Parameters = BodyType.Parameters("getPresencesByUserId", ("ids", null));

    private const int MostIds = 650;

    public static Outcome<EmulatedOperation.Work> Prepare(OperationContext context, GraphBody body)
    {
        if (!body.Root.TryGetProperty("ids", out JsonElement ids) || ids.ValueKind == JsonValueKind.Null)
        {
            return EmulatedError.Required("Ids");
        }

        if (ids.ValueKind != JsonValueKind.Array)
        {
            return EmulatedError.InvalidValue("Ids");
        }

        if (ids.GetArrayLength() > MostIds)
        {
            return EmulatedError.InvalidArgument($"The provided [Ids] are more than {MostIds}.");
        }

        if (!PresenceSelection.Read(context).Succeeded(out PresenceSelection? selection, out EmulatedError? error))
        {
            return error;
        }

        var asked = new List<(EmulatedUser? User, string? Unknown)>(ids.GetArrayLength());
        var users = new HashSet<EmulatedUser>(ids.GetArrayLength());
        var unknown = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonElement id in ids.EnumerateArray())
        {
            if (id.ValueKind != JsonValueKind.String)
            {
                return EmulatedError.InvalidValue("Ids");
            }

            if (id.TryGetGuid(out Guid guid) && context.Tenant.TryGetUser(guid, out EmulatedUser? user))
            {
                if (users.Add(user))
                {
                    asked.Add((user, null));
                }
            }
            else if (unknown.Add(id.GetString()!) && !context.Options.OmitUnknownUsersFromBulk)
            {
                asked.Add((null, id.GetString()));
            }
        }

        return EmulatedOperation.AtOnce(() => GraphAnswer.Json(writer => Write(writer, asked, context, selection)));
    }

    private static void Write(
        Utf8JsonWriter writer,
        List<(EmulatedUser? User, string? Unknown)> asked,
        OperationContext context,
        PresenceSelection selection)
    {
        writer.WriteStartObject();
        const string oDataContext = PresenceJson.ContextRoot + "Collection(microsoft.graph.presence)";
        writer.WriteString(PresenceJson.Context, oDataContext + selection.ContextSuffix);
        writer.WriteStartArray("value");
        foreach ((EmulatedUser? user, string? unknown) in asked)
        {
            writer.WriteStartObject();
            if (user is not null)
            {
                PresenceJson.WriteProperties(writer, user, context, selection.Fields);
            }
            else
            {
                PresenceJson.WriteUnknown(writer, unknown, context, selection.Fields);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
