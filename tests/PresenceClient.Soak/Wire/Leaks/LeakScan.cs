using PresenceClient.Soak.Report;

namespace PresenceClient.Soak.Wire.Leaks;

/// <summary>Searches everything that can be logged for secrets.</summary>
internal sealed class LeakScan(Findings findings)
{
    private const int MostExample = 1_500;

    /// <summary>Searches the text of an exception, with its inner exceptions.</summary>
    public void Scan(Exception exception, string example)
    {
        string text = exception.ToString();
        if (Marks.Find(text) is not null)
        {
            // The innermost text with the secret shows where it comes from.
            Exception source = exception;
            while (source.InnerException is { } inner && Marks.Find(inner.ToString()) is not null)
            {
                source = inner;
            }

            Scan(text, $"an exception's text, from {source.GetType().Name}", example);
        }
    }

    /// <summary>Searches a text.</summary>
    public void Scan(string? text, string where, string example)
    {
        if (Marks.Find(text) is { } secret)
        {
            findings.Add(Figure.Leaked, $"{secret} in {where}", $"{example}\n{Short(text!)}");
        }
    }

    private static string Short(string text) => text.Length > MostExample ? text[..MostExample] + "…" : text;
}
