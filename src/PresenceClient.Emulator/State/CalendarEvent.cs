namespace PresenceClient.Emulator.State;

/// <summary>Something in a user's calendar: a meeting, or a time shown as out of office.</summary>
internal readonly record struct CalendarEvent(TimeWindow Time, bool ShownAsOutOfOffice);
