using System.Collections.Concurrent;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>
/// Monitors the calls under way on its own thread. A call that does not end within its time limit, or after its
/// cancellation, is reported and abandoned.
/// </summary>
internal sealed class Watch : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan CancelMargin = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Call, bool> _calls = new();
    private readonly Findings _findings;
    private readonly Stalls _stalls;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;

    public Watch(Findings findings, Stalls stalls)
    {
        (_findings, _stalls) = (findings, stalls);
        _thread = new Thread(Run) { IsBackground = true, Name = "watch" };
        _thread.Start();
    }

    public void Add(Call call) => _calls.TryAdd(call, true);

    public void Remove(Call call) => _calls.TryRemove(call, out _);

    /// <summary>Cancels every call under way.</summary>
    public void CancelAll()
    {
        foreach (Call call in _calls.Keys)
        {
            call.Cancel();
        }
    }

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Run()
    {
        while (!_stop.Wait(Beat))
        {
            foreach (Call call in _calls.Keys)
            {
                Check(call);
            }
        }
    }

    private void Check(Call call)
    {
        TimeSpan now = Clock.Now;
        if (call.Cancelled is { } cancelled && now - cancelled > CancelMargin + _stalls.Within(cancelled, now))
        {
            Report(call, "a call continues after its cancellation");
            call.Abandon();
        }
        else if (call.Limit is { } limit && call.Counted > limit + Margin + _stalls.Within(call.Record.Began, now))
        {
            Report(call, "a call continues beyond its time limit");
            call.Cancel();
        }
    }

    private void Report(Call call, string kind)
    {
        if (!call.IsReported)
        {
            call.IsReported = true;
            _findings.Add(Figure.Hung, kind, $"{call}, limit {call.Limit?.TotalSeconds:0.0} s\n{call.Record}");
        }
    }
}
