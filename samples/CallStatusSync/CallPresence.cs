using PresenceClient;

namespace CallStatusSync;

/// <summary>What a call shows in Teams: the table to change for another phone system.</summary>
internal static class CallPresence
{
    /// <summary>Returns the presence; null for none.</summary>
    public static SessionPresence? Of(PhoneEventKind lastEvent) => lastEvent switch
    {
        // A missed call never shows.
        PhoneEventKind.Ringing => null,
        PhoneEventKind.Answered => SessionPresence.InACall,
        // Someone waits: the person is not free.
        PhoneEventKind.Held => SessionPresence.InACall,
        _ => null,
    };
}
