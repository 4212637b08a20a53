namespace PresenceClient.Emulator;

/// <summary>The properties of presences that a read asked for, and what the context says about them.</summary>
internal sealed record PresenceSelection(PresenceFields Fields, string ContextSuffix)
{
    private static readonly PresenceSelection All = new(PresenceFields.All, "");

    public static Outcome<PresenceSelection> Read(OperationContext context)
    {
        string[] names = SelectOption.Read(context.Call.Query);
        if (names.Length == 0 || names.Contains("*") || context.Options.IgnoreSelectOnPresence)
            return All;
        PresenceFields fields = PresenceFields.None;
        foreach (string name in names)
        {
            PresenceFields field = Find(name);
            if (field == PresenceFields.None)
                return GraphError.UnknownProperty(name);
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
