using System.Text;

namespace PresenceClient.TestSupport;

/// <summary>Collects text that a test can read, and wait for, while the program writes.</summary>
internal sealed class SharedWriter : TextWriter
{
    // Only a program that never writes the words reaches it.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private TaskCompletionSource? _next;

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            _text.Append(value);
            (waiting, _next) = (_next, null);
        }

        waiting?.SetResult();
    }

    /// <summary>Waits until the text contains some words, or the program ends without them.</summary>
    public async Task WaitForAsync(string words, Task running)
    {
        while (!running.IsCompleted)
        {
            Task next;
            lock (_gate)
            {
                if (_text.ToString().Contains(words, StringComparison.Ordinal))
                {
                    return;
                }

                _next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                next = _next.Task;
            }

            await Task.WhenAny(next, running).WaitAsync(Longest, TestContext.Current.CancellationToken);
        }

        ToString().Should().Contain(words);
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return _text.ToString();
        }
    }
}
