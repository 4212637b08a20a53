using Spectre.Console;

namespace PresenceClient.Cli;

/// <summary>A table of cells of one line, without borders.</summary>
internal static class TextTable
{
    private static readonly Style Heading = new(Color.Grey, decoration: Decoration.Underline);

    /// <summary>A table that is as wide as its texts, where the screen has room for them.</summary>
    public static Table Fit(TableField[] fields, OneLine[][] lines, int screen)
    {
        int[] needed = [.. fields.Select((field, i) => Widest(field, lines, i))];
        return Create(fields, lines, TableLayout.Fit(fields, needed, screen));
    }

    /// <summary>A table whose columns have the given widths; 0 for one that is left out.</summary>
    public static Table Create(TableField[] fields, OneLine[][] lines, int[] widths)
    {
        int[] shown = [.. Enumerable.Range(0, fields.Length).Where(i => widths[i] > 0)];
        Table table = new Table().NoBorder();
        foreach (int i in shown)
        {
            var heading = new OneLine(fields[i].Title, Heading);
            table.AddColumn(new TableColumn(heading).Padding(0, 0).Width(widths[i]));
        }

        foreach (OneLine[] line in lines)
        {
            table.AddRow(shown.Select(i => line[i]));
        }

        return table;
    }

    private static int Widest(TableField field, OneLine[][] lines, int column) =>
        lines.Select(line => line[column].Width).Append(field.Title.Length + OneLine.Gap).Max();
}
