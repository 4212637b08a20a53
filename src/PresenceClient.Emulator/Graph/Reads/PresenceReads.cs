namespace PresenceClient.Emulator;

/// <summary>The reads of one presence, by any of its three paths.</summary>
internal static class PresenceReads
{
    public static Outcome<GraphOperation.Work> Get(OperationContext context, GraphBody body) =>
        (GraphOperation.Work)(() => Read(context, $"users('{context.PathId ?? context.Target?.Id}')/presence/$entity"));

    public static Outcome<GraphOperation.Work> GetByPresenceId(OperationContext context, GraphBody body) =>
        (GraphOperation.Work)(() => Read(context, "communications/presences/$entity"));

    private static Outcome<GraphAnswer> Read(OperationContext context, string oDataContext)
    {
        if (context.Target is null && context.Options.UnknownUserIsNotFound)
            return GraphError.NoUser;
        return GraphAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString(PresenceJson.Context, PresenceJson.ContextRoot + oDataContext);
            if (context.Target is { } user)
                PresenceJson.WriteProperties(writer, user, context);
            else
                PresenceJson.WriteUnknown(writer, context.PathId);
            writer.WriteEndObject();
        });
    }
}
