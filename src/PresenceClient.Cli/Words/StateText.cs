using System.Globalization;

namespace PresenceClient.Cli;

/// <summary>Presences in words for people.</summary>
internal static class StateText
{
    /// <summary>The name to show for a user: the display name, or else the sign-in name or the id.</summary>
    public static string Name(DirectoryUser user) => user.DisplayName ?? user.UserPrincipalName ?? user.Id;

    public static string Availability(UserPresence presence) => presence.Availability switch
    {
        PresenceAvailability.PresenceUnknown => "Unknown",
        PresenceAvailability.UnknownFutureValue => presence.AvailabilityText ?? "",
        _ => Words(presence.Availability.ToString()),
    };

    public static string Activity(UserPresence presence) => presence.Activity switch
    {
        PresenceActivity.PresenceUnknown => "Unknown",
        PresenceActivity.UnknownFutureValue => presence.ActivityText ?? "",
        _ => Words(presence.Activity.ToString()),
    };

    /// <summary>The status message, and whether the person is out of office.</summary>
    public static string Message(UserPresence presence)
    {
        string? status = presence.StatusMessage?.Content;
        if (presence.OutOfOffice is not { IsOutOfOffice: true } outOfOffice)
        {
            return status ?? "";
        }

        string? said = string.IsNullOrEmpty(status) ? outOfOffice.Message : status;
        return string.IsNullOrEmpty(said) ? "Out of office" : $"Out of office: {said}";
    }

    public static string Location(UserPresence presence) =>
        presence.WorkLocation is null or { Type: WorkLocationType.Unspecified } ? ""
        : presence.WorkLocation.Type is WorkLocationType.UnknownFutureValue ? presence.WorkLocation.TypeText ?? ""
        : Words(presence.WorkLocation.Type.ToString());

    /// <summary>A number with thousands separators.</summary>
    public static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of people.</summary>
    public static string People(int number) => number == 1 ? "1 person" : $"{Count(number)} people";

    /// <summary>A time of the day.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A time of the day, without seconds.</summary>
    public static string Minute(DateTimeOffset time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How long ago.</summary>
    public static string Age(TimeSpan age) => age.TotalSeconds < 1 ? "now" : $"{Length(age)} ago";

    /// <summary>A length of time, in the largest unit that fits.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalMinutes: < 1 } => $"{(int)length.TotalSeconds} s",
        { TotalHours: < 1 } => $"{(int)length.TotalMinutes} min",
        _ => $"{(int)length.TotalHours} h",
    };

    // InAConferenceCall becomes In a conference call.
    private static string Words(string name) => string.Concat(name.Select((letter, index) =>
        index > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
