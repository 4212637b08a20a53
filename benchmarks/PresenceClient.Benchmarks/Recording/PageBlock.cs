namespace PresenceClient.Benchmarks.Recording;

/// <summary>The part of a page that the benchmarks write.</summary>
internal static class PageBlock
{
    private const string Start = "<!-- Written by the benchmarks (--record). -->\n";
    private const string End = "<!-- End of the costs. -->";

    /// <summary>Replaces the part of a page.</summary>
    /// <exception cref="ArgumentException">The page has no place for it.</exception>
    public static string Replace(string page, string block)
    {
        int start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        return start < Start.Length || end < start
            ? throw new ArgumentException(
                $"The page has no place for the results: '{Start.Trim()}' to '{End}'.", nameof(page))
            : $"{page[..start]}{block}{page[end..]}";
    }
}
