namespace CallStatusSync;

/// <summary>
/// Prints what the program does, a line at a time. Thread-safe. Printing never ends the program: where the terminal or
/// the disk is gone, the presences must still end.
/// </summary>
internal sealed class SyncReport(TextWriter output, TextWriter error)
{
    private readonly Lock _lock = new();

    /// <summary>Whether something was reported that needs attention.</summary>
    public bool HasProblems { get; private set; }

    /// <summary>Prints what was done.</summary>
    public void Line(string line) => Write(output, line);

    /// <summary>Prints what was done for a person.</summary>
    public void Line(DateTimeOffset time, string who, string text) => Line($"{time:HH:mm:ss}  {who,-18} {text}");

    /// <summary>Prints something that the program's user should know, but that passes.</summary>
    public void Notice(string text) => Line($"       !  {text}");

    /// <summary>Prints something that went wrong, to standard error.</summary>
    public void Problem(string text)
    {
        HasProblems = true;
        Write(error, $"CallStatusSync: {text}");
    }

    private void Write(TextWriter writer, string line)
    {
        // Names and events come from elsewhere: a control character in them could move the reader's cursor.
        string safe = string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c));
        lock (_lock)
        {
            try
            {
                writer.WriteLine(safe);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                // Nothing reads it.
            }
        }
    }
}
