using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

// The user's mailbox and calendar.
public sealed partial class EmulatedUser
{
    /// <summary>Adds a meeting to the calendar.</summary>
    /// <param name="start">When the meeting begins.</param>
    /// <param name="end">When the meeting ends.</param>
    /// <remarks>
    /// During it the user is <c>Busy</c>, <c>InAMeeting</c>, unless the user is presenting or has no session.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    public void AddMeeting(DateTimeOffset start, DateTimeOffset end) => AddEvent(start, end, outOfOffice: false);

    /// <summary>Adds an event shown as out of office to the calendar.</summary>
    /// <param name="start">When the event begins.</param>
    /// <param name="end">When the event ends.</param>
    /// <remarks>During it the user is out of office, without a message.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    public void AddOutOfOfficeEvent(DateTimeOffset start, DateTimeOffset end) =>
        AddEvent(start, end, outOfOffice: true);

    /// <summary>Removes all meetings and events from the calendar.</summary>
    public void ClearCalendar() => Do(presence => presence.ClearCalendar());

    /// <summary>Turns the user's automatic replies on.</summary>
    /// <param name="message">The automatic reply; null for none.</param>
    /// <remarks>The user is out of office until they are turned off.</remarks>
    public void SetOutOfOffice(string? message = null) =>
        Do(presence => presence.SetReply(new AutomaticReply(new OutOfOffice(message), TimeWindow.Always)));

    /// <summary>Schedules the user's automatic replies, and replaces earlier ones.</summary>
    /// <param name="start">When the replies begin.</param>
    /// <param name="end">When the replies end.</param>
    /// <param name="message">The automatic reply; null for none.</param>
    /// <remarks>During that time the user is out of office.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    public void PlanOutOfOffice(DateTimeOffset start, DateTimeOffset end, string? message)
    {
        var reply = new AutomaticReply(new OutOfOffice(message), Window(start, end));
        Do(presence => presence.SetReply(reply));
    }

    /// <summary>Turns the user's automatic replies off.</summary>
    /// <remarks>Calendar events stay.</remarks>
    public void ClearOutOfOffice() => Do(presence => presence.SetReply(null));

    /// <summary>
    /// Sets the work location in the user's calendar, the lowest of three layers, below an automatic and a manual
    /// location.
    /// </summary>
    /// <param name="workLocationType"><c>office</c>, <c>remote</c> or <c>timeOff</c>.</param>
    /// <param name="placeId">The id of the place; null for none.</param>
    /// <exception cref="ArgumentException">The type is not one of the three.</exception>
    public void SetScheduledLocation(string workLocationType, string? placeId = null)
    {
        ArgumentNullException.ThrowIfNull(workLocationType);
        string type = PresenceVocabulary.FindLocationType(workLocationType, ignoreCase: false)
            ?? throw new ArgumentException(
                $"'{workLocationType}' is not a work location type. The types are office, remote and timeOff.",
                nameof(workLocationType));
        Do(presence => presence.SetLocation(new WorkLocation(WorkLocation.Scheduled, type, placeId)));
    }

    /// <summary>Removes the work location from the user's calendar.</summary>
    public void ClearScheduledLocation() => Do(presence => presence.ClearLocation(WorkLocation.Scheduled));

    private void AddEvent(DateTimeOffset start, DateTimeOffset end, bool outOfOffice)
    {
        var entry = new CalendarEvent(Window(start, end), outOfOffice);
        Do(presence => presence.AddEvent(entry));
    }

    private static TimeWindow Window(DateTimeOffset start, DateTimeOffset end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        return new TimeWindow(start.UtcDateTime, end.UtcDateTime);
    }
}
