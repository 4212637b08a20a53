using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph.Writes;

/// <summary>Serves setManualLocation and setAutomaticLocation, which set only their own layer.</summary>
internal static class SetLocationWrite
{
    public static readonly WriteOperation Manual = Make("setManualLocation", WorkLocation.Manual);

    public static readonly WriteOperation Automatic = Make("setAutomaticLocation", WorkLocation.Automatic);

    private static WriteOperation Make(string name, string source) => new(
        name,
        (context, body) => Read(context, body, source),
        ("workLocationType", null), ("placeId", null));

    private static Outcome<EmulatedWrite> Read(OperationContext context, GraphBody body, string source)
    {
        if (!body.RequiredText("workLocationType").Succeeded(out string? text, out EmulatedError? error))
        {
            return error;
        }

        if (PresenceVocabulary.FindLocationType(text, context.Options.IgnoreCaseOfValues) is not { } type)
        {
            return EmulatedError.InvalidValue("WorkLocationType");
        }

        if (!GraphBody.OptionalText(body.Root, "placeId").Succeeded(out string? placeId, out error))
        {
            return error;
        }

        var location = new WorkLocation(source, type, placeId.Length == 0 ? null : placeId);
        return (EmulatedWrite)(presence =>
        {
            presence.SetLocation(location);
            return null;
        });
    }
}
