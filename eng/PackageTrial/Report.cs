using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using PackageTrial.Trial;

namespace PackageTrial;

/// <summary>Prints one line for each check, and counts the failures.</summary>
internal sealed class Report
{
    private int _passed;
    private int _failed;

    public bool HasFailed => _failed > 0;

    /// <summary>Reports a check by its faults.</summary>
    public void Add(string name, IReadOnlyCollection<string> faults)
    {
        if (faults.Count == 0)
        {
            Interlocked.Increment(ref _passed);
            Console.WriteLine($"ok - {name}");
            return;
        }

        Interlocked.Increment(ref _failed);
        Console.Error.WriteLine(string.Join(Environment.NewLine, faults.Select(fault => $"FAILED - {name}: {fault}")));
    }

    /// <summary>Runs a check, and reports its time.</summary>
    public async Task RunAsync(string name, Func<Task> check)
    {
        long start = Stopwatch.GetTimestamp();
        string? fault = null;
        try
        {
            await check();
        }
        catch (Exception e) when (e is TrialException or OperationCanceledException or IOException or Win32Exception)
        {
            fault = e.Message;
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Add(string.Create(CultureInfo.InvariantCulture, $"{name}, {seconds:0.0} s"), fault is null ? [] : [fault]);
    }

    /// <summary>Prints the sums, and returns the exit code.</summary>
    public int End()
    {
        Console.WriteLine($"packages: {_passed} passed, {_failed} failed");
        return HasFailed ? 1 : 0;
    }
}
