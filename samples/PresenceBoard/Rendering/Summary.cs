using PresenceClient;
using Spectre.Console;

namespace PresenceBoard;

/// <summary>How many people are in each state.</summary>
internal static class Summary
{
    public static Flow Create(IEnumerable<PresenceRow> rows)
    {
        var counts = new Flow();
        foreach (IGrouping<PresenceAvailability, PresenceRow> state in
            rows.GroupBy(row => row.Presence.Availability).OrderBy(state => state.Key))
        {
            counts.Add(
                ($"{StateStyle.Symbol(state.Key)} ", new Style(StateStyle.Colour(state.Key))),
                ($"{StateText.Count(state.Count())} {StateText.Availability(state.First().Presence)}", Style.Plain));
        }

        return counts;
    }
}
