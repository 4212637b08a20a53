namespace PresenceClient.Emulator.State;

/// <summary>A calendar entry: a meeting, or a time shown as out of office.</summary>
internal readonly record struct CalendarEvent(TimeWindow Time, bool ShownAsOutOfOffice);
