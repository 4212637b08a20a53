using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

// What the user's mailbox and calendar say.
public sealed partial class EmulatedUser
{
    /// <summary>
    /// Puts a meeting into the calendar: <c>Busy</c>, <c>InAMeeting</c> while it lasts, unless the user is presenting
    /// or has no session.
    /// </summary>
    /// <param name="start">When it begins.</param>
    /// <param name="end">When it is over.</param>
    /// <exception cref="ArgumentOutOfRangeException">It ends before it has begun.</exception>
    public void AddMeeting(DateTimeOffset start, DateTimeOffset end) => AddEvent(start, end, outOfOffice: false);

    /// <summary>
    /// Puts an event shown as out of office into the calendar; while it lasts, the user is out of office, without a
    /// message.
    /// </summary>
    /// <param name="start">When it begins.</param>
    /// <param name="end">When it is over.</param>
    /// <exception cref="ArgumentOutOfRangeException">It ends before it has begun.</exception>
    public void AddOutOfOfficeEvent(DateTimeOffset start, DateTimeOffset end) =>
        AddEvent(start, end, outOfOffice: true);

    /// <summary>Takes all meetings and events out of the calendar.</summary>
    public void ClearCalendar() => Do(presence => presence.ClearCalendar());

    /// <summary>
    /// Switches the user's automatic replies on, which makes the user out of office until they are off.
    /// </summary>
    /// <param name="message">The automatic reply; null for none.</param>
    public void SetOutOfOffice(string? message = null) =>
        Do(presence => presence.SetReply(new AutomaticReply(new OutOfOffice(message), TimeWindow.Always)));

    /// <summary>
    /// Plans the user's automatic replies, in place of what was planned or on before; in their time the user is out of
    /// office.
    /// </summary>
    /// <param name="start">When they begin.</param>
    /// <param name="end">When they are over.</param>
    /// <param name="message">The automatic reply; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">They end before they have begun.</exception>
    public void PlanOutOfOffice(DateTimeOffset start, DateTimeOffset end, string? message)
    {
        var reply = new AutomaticReply(new OutOfOffice(message), Window(start, end));
        Do(presence => presence.SetReply(reply));
    }

    /// <summary>Switches the user's automatic replies off; events of the calendar stay.</summary>
    public void ClearOutOfOffice() => Do(presence => presence.SetReply(null));

    /// <summary>
    /// Sets what the user's calendar says about the place of work: the lowest of the three layers, below an automatic
    /// and a manual location.
    /// </summary>
    /// <param name="workLocationType"><c>office</c>, <c>remote</c> or <c>timeOff</c>.</param>
    /// <param name="placeId">The id of the place; null for none.</param>
    /// <exception cref="ArgumentException">The type is none of the three.</exception>
    public void SetScheduledLocation(string workLocationType, string? placeId = null)
    {
        ArgumentNullException.ThrowIfNull(workLocationType);
        string type = PresenceVocabulary.FindLocationType(workLocationType, ignoreCase: false)
            ?? throw new ArgumentException(
                $"'{workLocationType}' is not a work location type. Known: office, remote, timeOff.",
                nameof(workLocationType));
        Do(presence => presence.SetLocation(new WorkLocation(WorkLocation.Scheduled, type, placeId)));
    }

    /// <summary>Takes the place of work out of the user's calendar.</summary>
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
