namespace PresenceClient.Cli;

/// <summary>A column of the table.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Least">The width that holds its usual texts.</param>
/// <param name="Rank">How important it is: a narrow screen drops the highest number first.</param>
/// <param name="TakesRest">Whether it takes the remaining width.</param>
internal sealed record TableField(string Title, int Least, int Rank, bool TakesRest = false);

/// <summary>Decides which columns fit the screen, and how wide each is: a narrow screen has fewer columns.</summary>
internal static class TableLayout
{
    // Even the narrowest screen has the name and the state, cut off if necessary.
    private const int Essential = 2;

    /// <summary>The widths of a table that fills the screen. They do not depend on presences.</summary>
    /// <param name="fields">The columns.</param>
    /// <param name="name">The width of the longest name, with the gap.</param>
    /// <param name="screen">The width that they share.</param>
    /// <returns>The width of each column with its gap; 0 for one that is left out.</returns>
    public static int[] Fill(IReadOnlyList<TableField> fields, int name, int screen)
    {
        int[] widths = Choose(fields, screen, out int[] ranking);
        widths[ranking[0]] += Math.Clamp(name - widths[ranking[0]], 0, Math.Max(0, screen - widths.Sum()));
        int last = ranking.Where(i => widths[i] > 0).MaxBy(i => fields[i].TakesRest);
        widths[last] += Math.Max(0, screen - widths.Sum());
        return widths;
    }

    /// <summary>The widths of a table that is as wide as its texts, where the screen has room for them.</summary>
    /// <param name="fields">The columns.</param>
    /// <param name="needed">The width of the longest text of each column, with the gap.</param>
    /// <param name="screen">The width that they share.</param>
    /// <returns>The width of each column with its gap; 0 for one that is left out.</returns>
    public static int[] Fit(IReadOnlyList<TableField> fields, IReadOnlyList<int> needed, int screen)
    {
        int[] widths = Choose(fields, screen, out int[] ranking);
        foreach (int i in ranking)
        {
            widths[i] = Math.Min(widths[i], needed[i]);
        }

        foreach (int i in ranking.Where(i => widths[i] > 0))
        {
            widths[i] += Math.Clamp(needed[i] - widths[i], 0, Math.Max(0, screen - widths.Sum()));
        }

        return widths;
    }

    private static int[] Choose(IReadOnlyList<TableField> fields, int screen, out int[] ranking)
    {
        ranking = [.. Enumerable.Range(0, fields.Count).OrderBy(i => fields[i].Rank)];
        int[] widths = new int[fields.Count];
        foreach ((int rank, int i) in ranking.Index())
        {
            int least = fields[i].Least + OneLine.Gap;
            if (rank < Essential || widths.Sum() + least <= screen)
            {
                widths[i] = least;
            }
        }

        // If not even these fit, the name gets narrower first.
        foreach (int i in ranking.Take(Essential))
        {
            widths[i] = Math.Max(1, widths[i] - Math.Max(0, widths.Sum() - screen));
        }

        return widths;
    }
}
