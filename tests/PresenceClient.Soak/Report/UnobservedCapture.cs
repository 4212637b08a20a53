namespace PresenceClient.Soak.Report;

/// <summary>Records unobserved exceptions of tasks, which the garbage collector reports.</summary>
internal sealed class UnobservedCapture : IDisposable
{
    private const int Rounds = 3;

    private readonly Findings _findings;

    public UnobservedCapture(Findings findings)
    {
        _findings = findings;
        TaskScheduler.UnobservedTaskException += Note;
        AppDomain.CurrentDomain.UnhandledException += NoteUnhandled;
    }

    /// <summary>Collects all garbage, so that unobserved exceptions are reported.</summary>
    public static void Collect()
    {
        for (int i = 0; i < Rounds; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    public void Dispose()
    {
        TaskScheduler.UnobservedTaskException -= Note;
        AppDomain.CurrentDomain.UnhandledException -= NoteUnhandled;
    }

    private void Note(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        Exception inner = e.Exception.InnerException ?? e.Exception;
        _findings.Add(Figure.Unobserved, $"{inner.GetType().Name} of a task", $"{inner}");
        e.SetObserved();
    }

    private void NoteUnhandled(object sender, UnhandledExceptionEventArgs e) =>
        Console.Error.WriteLine($"An unhandled exception ends the soak: {e.ExceptionObject}");
}
