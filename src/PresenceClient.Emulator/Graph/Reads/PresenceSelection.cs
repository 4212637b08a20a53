using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>The selected properties of a presence read, and the matching part of the context.</summary>
internal sealed record PresenceSelection(PresenceFields Fields, string ContextSuffix)
{
    private static readonly PresenceSelection All = new(PresenceFields.All, "");
    private static readonly PresenceSelection UsGovernment = new(PresenceFields.UsGovernment, "");

    public static Outcome<PresenceSelection> Read(OperationContext context)
    {
        PresenceSelection all = context.Options.UsGovernment ? UsGovernment : All;
        string[] names = SelectOption.Read(context.Call.Query);
        if (names.Length == 0 || names.Contains("*") || context.Options.IgnoreSelectOnPresence)
        {
            return all;
        }

        PresenceFields fields = PresenceFields.None;
        foreach (string name in names)
        {
            PresenceFields field = Find(name) & all.Fields;
            if (field == PresenceFields.None)
            {
                return EmulatedError.UnknownProperty(name);
            }

            fields |= field;
        }

        return new PresenceSelection(fields, SelectOption.ContextSuffix(names));
    }

    private static PresenceFields Find(string name) => name.ToUpperInvariant() switch
    {
        "ID" => PresenceFields.Id,
        "AVAILABILITY" => PresenceFields.Availability,
        "ACTIVITY" => PresenceFields.Activity,
        "STATUSMESSAGE" => PresenceFields.StatusMessage,
        "OUTOFOFFICESETTINGS" => PresenceFields.OutOfOfficeSettings,
        "WORKLOCATION" => PresenceFields.WorkLocation,
        "SEQUENCENUMBER" => PresenceFields.SequenceNumber,
        _ => PresenceFields.None,
    };
}
