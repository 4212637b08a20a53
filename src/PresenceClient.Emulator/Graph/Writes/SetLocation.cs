namespace PresenceClient.Emulator;

/// <summary>setManualLocation and setAutomaticLocation: each sets its own layer and leaves the others alone.</summary>
internal static class SetLocation
{
    public static readonly WriteOperation Manual = Make("setManualLocation", WorkLocation.Manual);

    public static readonly WriteOperation Automatic = Make("setAutomaticLocation", WorkLocation.Automatic);

    private static WriteOperation Make(string name, string source) => new(
        name,
        (context, body) => Read(context, body, source),
        ("workLocationType", null), ("placeId", null));

    private static Outcome<PresenceWrite> Read(OperationContext context, GraphBody body, string source)
    {
        if (!body.RequiredText("workLocationType").Succeeded(out string? text, out GraphError? error))
            return error;
        if (PresenceVocabulary.FindLocationType(text, context.Options.IgnoreCaseOfValues) is not { } type)
            return GraphError.InvalidValue("WorkLocationType");
        if (!GraphBody.OptionalText(body.Root, "placeId").Succeeded(out string? placeId, out error))
            return error;

        var location = new WorkLocation(source, type, placeId.Length == 0 ? null : placeId);
        return (PresenceWrite)(presence =>
        {
            presence.SetLocation(location);
            return null;
        });
    }
}
