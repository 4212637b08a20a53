using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>Serves the reads of one presence, by any of its three paths.</summary>
internal static class PresenceReads
{
    public static Outcome<EmulatedOperation.Work> Get(OperationContext context, GraphBody body) =>
        Prepare(context, $"users('{context.PathId ?? context.Target?.Id}')/presence");

    public static Outcome<EmulatedOperation.Work> GetByPresenceId(OperationContext context, GraphBody body) =>
        Prepare(context, "communications/presences");

    private static Outcome<EmulatedOperation.Work> Prepare(OperationContext context, string oDataContext)
    {
        if (!PresenceSelection.Read(context).Succeeded(out PresenceSelection? selection, out EmulatedError? error))
        {
            return error;
        }

        return EmulatedOperation.AtOnce(() => Read(context, oDataContext, selection));
    }

    private static Outcome<GraphAnswer> Read(OperationContext context, string oDataContext, PresenceSelection selection)
    {
        if (context.Target is null && context.Options.UnknownUserIsNotFound)
        {
            return EmulatedError.NoUser;
        }

        return GraphAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString(
                PresenceJson.Context, $"{PresenceJson.ContextRoot}{oDataContext}{selection.ContextSuffix}/$entity");
            if (context.Target is { } user)
            {
                PresenceJson.WriteProperties(writer, user, context, selection.Fields);
            }
            else
            {
                PresenceJson.WriteUnknown(writer, context.PathId, context, selection.Fields);
            }

            writer.WriteEndObject();
        });
    }
}
