using System.Text;
using System.Text.RegularExpressions;

namespace PresenceClient.Tests.Docs.Examples;

/// <summary>The console of an example.</summary>
public sealed class ExampleOutput : TextWriter
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly StringBuilder _line = new();
    private readonly List<(int Lines, Action Action)> _actions = [];

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>The complete lines so far, and the last one.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return _line.Length == 0 ? [.. _lines] : [.. _lines, _line.ToString()];
            }
        }
    }

    /// <summary>Whether a line is what a page shows, where <c>…</c> stands for any text.</summary>
    public static bool IsAsShown(string line, string shown) => Regex.IsMatch(
        line.TrimEnd(), $"^{Regex.Escape(shown.TrimEnd()).Replace("…", ".*", StringComparison.Ordinal)}$");

    /// <summary>Runs an action as soon as there are so many lines.</summary>
    public void AfterLine(int lines, Action action) => _actions.Add((lines, action));

    public override void Write(char value)
    {
        lock (_lock)
        {
            if (value != '\n')
            {
                _line.Append(value is '\r' ? "" : value);
                return;
            }

            _lines.Add(_line.ToString());
            _line.Clear();
            _actions.Where(next => next.Lines == _lines.Count).ToList().ForEach(next => next.Action());
        }
    }
}
