using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Threading.Channels;

namespace CallStatusSync.Tests;

/// <summary>What the program prints.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A writer into memory holds nothing.")]
internal sealed class Printed
{
    private readonly LineWriter _output = new();
    private readonly LineWriter _errors = new();

    /// <summary>Called with each line of standard output, when it is printed.</summary>
    public Action<string> OnLine { set => _output.OnLine = value; }

    public IReadOnlyList<string> Lines => _output.Lines;

    public IReadOnlyList<string> Errors => _errors.Lines;

    public SyncHost Host(Stream? input = null) => new(_output, _errors, () => input ?? Stream.Null);

    /// <summary>Waits for a line of standard output with a text, after those that were waited for.</summary>
    public async Task<string> WaitForAsync(string text, CancellationToken stop)
    {
        while (true)
        {
            string line = await _output.Later.ReadAsync(stop);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }
    }

    private sealed class LineWriter : TextWriter
    {
        private readonly Lock _lock = new();
        private readonly List<string> _lines = [];
        private readonly Channel<string> _later = Channel.CreateUnbounded<string>();
        private readonly StringBuilder _line = new();

        public Action<string> OnLine { get; set; } = _ => { };

        public ChannelReader<string> Later => _later.Reader;

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lock)
                {
                    return [.. _lines];
                }
            }
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            string line;
            lock (_lock)
            {
                if (value != '\n')
                {
                    _line.Append(value);
                    return;
                }

                line = _line.ToString().TrimEnd('\r');
                _line.Clear();
                _lines.Add(line);
            }

            OnLine(line);
            _later.Writer.TryWrite(line);
        }
    }
}
