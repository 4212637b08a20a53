using System.Runtime.CompilerServices;
using PresenceClient.Http;

namespace PresenceClient.Tests.Http;

public sealed class UnobservedTests
{
    [Fact]
    public void Ignore_TaskThatFails_IsNotReported()
    {
        string words = $"{Guid.NewGuid()}";
        bool isReported = false;
        void Note(object? sender, UnobservedTaskExceptionEventArgs e) =>
            isReported |= e.Exception.ToString().Contains(words, StringComparison.Ordinal);

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            Fail(words);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        isReported.Should().BeFalse();
    }

    // In a separate method, so that no local variable keeps the task alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail(string words) =>
        Unobserved.Ignore(Task.FromException(new InvalidOperationException(words)));
}
