using System.Globalization;

namespace PresenceClient.AspNetCore.Events;

/// <summary>
/// The ids of events: the version of the watch. The id of a selection of users also has the mark of the selection, so
/// that a caller who may see other users than before does not miss the states of those.
/// </summary>
internal static class EventId
{
    private const char Separator = '-';

    public static string Of(long version, VisibleUsers users)
    {
        string text = version.ToString(CultureInfo.InvariantCulture);
        return users.Mark.Length == 0 ? text : $"{text}{Separator}{users.Mark}";
    }

    /// <summary>Reads the version to continue after; null for a missing or unknown id, and for other users.</summary>
    public static long? Read(string? id, VisibleUsers users)
    {
        string[] parts = (id ?? "").Split(Separator, 2);
        string mark = parts.Length == 2 ? parts[1] : "";
        return mark == users.Mark
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long version)
                ? version
                : null;
    }
}
