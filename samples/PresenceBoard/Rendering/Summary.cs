using PresenceClient;
using Spectre.Console;

namespace PresenceBoard;

/// <summary>How many people there are in each state, in one line of text.</summary>
internal static class Summary
{
    public static Paragraph Create(IEnumerable<BoardRow> rows)
    {
        var line = new Paragraph();
        foreach (IGrouping<PresenceAvailability, BoardRow> state in
            rows.GroupBy(row => row.Presence.Availability).OrderBy(state => state.Key))
        {
            line.Append(StateStyle.Dot, new Style(StateStyle.For(state.Key)));
            // A blank that does not break keeps a dot and its number on one line.
            line.Append($"\u00a0{state.Count()}\u00a0");
            line.Append(StateText.Availability(state.First().Presence).Replace(' ', '\u00a0') + "  ");
        }

        return line;
    }
}
