using PresenceClient.Soak.Report;

namespace PresenceClient.Soak.Wire.Leaks;

/// <summary>Looks for secrets in what can be logged.</summary>
internal sealed class LeakScan(Findings findings)
{
    private const int MostExample = 1_500;

    /// <summary>Looks through the text of an exception, inner ones included.</summary>
    public void Scan(Exception exception, string example)
    {
        string text = exception.ToString();
        if (Marks.Find(text) is not null)
        {
            // The innermost text that has it says where it comes from.
            Exception source = exception;
            while (source.InnerException is { } inner && Marks.Find(inner.ToString()) is not null)
            {
                source = inner;
            }

            Scan(text, $"an exception's text, from {source.GetType().Name}", example);
        }
    }

    /// <summary>Looks through a text.</summary>
    public void Scan(string? text, string where, string example)
    {
        if (Marks.Find(text) is { } secret)
        {
            findings.Add(Figure.Leaked, $"{secret} in {where}", $"{example}\n{Short(text!)}");
        }
    }

    private static string Short(string text) => text.Length > MostExample ? text[..MostExample] + "…" : text;
}
