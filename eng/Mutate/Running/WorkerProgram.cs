using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Mutate.Mutants;
using Xunit;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace Mutate.Running;

/// <summary>
/// The process that runs tests. It finds the tests once, and then runs those that the campaign names, with the mutant
/// that it names. <see cref="Worker"/> is its counterpart. Lines go both ways, with tabs between their parts.
/// </summary>
internal sealed class WorkerProgram
{
    private const int LongestTest = 10_000;

    // Most tests that wait for something end when their run is cancelled.
    private const int Grace = 2_000;

    private readonly TextWriter _answers;
    private readonly ITestFrameworkExecutor _executor;
    private readonly ITestFrameworkExecutionOptions _options;
    private readonly ITestCase[] _tests;
    private readonly FieldInfo _active;
    private readonly FieldInfo _reached;
    private readonly Lock _answering = new();
    private Action _cancel = () => { };
    private long _deadline = long.MaxValue;

    private WorkerProgram(
        TextWriter answers, ITestFrameworkExecutor executor, TestAssemblyConfiguration configuration, ITestCase[] tests,
        Type choice)
    {
        (_answers, _executor, _tests) = (answers, executor, tests);
        _options = TestFrameworkOptions.ForExecution(configuration);
        _active = choice.GetField("Active")!;
        _reached = choice.GetField("Reached")!;
    }

    /// <param name="arguments">The test assembly, the mutated assembly, the number of mutants, the namespaces.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        TextWriter answers = Console.Out;
        TextReader orders = Console.In;
        Console.SetOut(TextWriter.Null);
        Console.SetIn(TextReader.Null);
        Assembly testAssembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(arguments[0]);
        Assembly mutated = AssemblyLoadContext.Default.LoadFromAssemblyPath(arguments[1]);
        int mutants = int.Parse(arguments[2], CultureInfo.InvariantCulture);
        string[] namespaces = arguments[3..];
        var configuration = new TestAssemblyConfiguration
        {
            PreEnumerateTheories = true,
            ParallelMode = ParallelMode.None,
            MaxParallelThreads = 1,
            SynchronousMessageReporting = true,
        };
        TestContext.SetForInitialization(null, false, false);
        ITestFramework framework = RegisteredEngineConfig.GetTestFramework(testAssembly, null);
        ITestFrameworkDiscoverer discoverer = framework.GetDiscoverer(testAssembly);
        var tests = new List<ITestCase>();
        Type[] types = [.. testAssembly.GetExportedTypes().Where(type => type.Namespace is { } name
            && Array.Exists(namespaces, n => name == n || name.StartsWith(n + ".", StringComparison.Ordinal)))];
        await discoverer.Find(
            test =>
            {
                tests.Add(test);
                return new ValueTask<bool>(true);
            },
            TestFrameworkOptions.ForDiscovery(configuration), types, CancellationToken.None);
        var program = new WorkerProgram(
            answers, framework.GetExecutor(testAssembly), configuration,
            [.. tests.OrderBy(test => test.UniqueID, StringComparer.Ordinal)], mutated.GetType(MutantSwitch.TypeName)!);
        return await program.ServeAsync(orders, mutants);
    }

    private async Task<int> ServeAsync(TextReader orders, int mutants)
    {
        var watch = new Thread(EndWhenLate) { IsBackground = true, Priority = ThreadPriority.Highest };
        watch.Start();
        foreach (ITestCase test in _tests)
        {
            Answer("test", test.TestCaseDisplayName.ReplaceLineEndings(" ").Replace('\t', ' '));
        }

        Answer("ready");
        while (await orders.ReadLineAsync() is { } order)
        {
            string[] parts = order.Split('\t');
            if (parts[0] == "capture")
            {
                await CaptureAsync(int.Parse(parts[1], CultureInfo.InvariantCulture), mutants);
            }
            else
            {
                await TryAsync(int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2..]);
            }
        }

        return 0;
    }

    // Runs a test and answers which mutants it reaches.
    private async Task CaptureAsync(int test, int mutants)
    {
        byte[] reached = new byte[mutants];
        _reached.SetValue(null, reached);
        var time = Stopwatch.StartNew();
        (bool passed, _, string failure) = await RunAsync(test, LongestTest);
        time.Stop();
        _reached.SetValue(null, null);
        string ids = string.Join(',', Enumerable.Range(0, mutants).Where(id => reached[id] != 0));
        Answer("captured", passed ? "passed" : "failed", $"{time.ElapsedMilliseconds}", ids, failure);
    }

    // Runs tests with a mutant until one fails. The same test must pass without the mutant, or the process is spoiled.
    // It must fail with the mutant again: a test that fails by chance kills nothing.
    private async Task TryAsync(int mutant, string[] tests)
    {
        foreach (string item in tests)
        {
            int[] parts = [.. item.Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
            (int test, int limit) = (parts[0], parts[1]);
            (bool passed, bool isLate, string failure) = await RunMutatedAsync(mutant, test, limit);
            if (passed)
            {
                continue;
            }

            bool isClean = (await RunAsync(test, limit)).Passed;
            if (isLate || !isClean || !(await RunMutatedAsync(mutant, test, limit)).Passed)
            {
                Answer(isClean ? isLate ? "late" : "killed" : isLate ? "timeout" : "spoiled", failure);
                return;
            }
        }

        Answer("survived");
    }

    private async Task<(bool Passed, bool IsLate, string Failure)> RunMutatedAsync(int mutant, int test, int limit)
    {
        _active.SetValue(null, mutant);
        try
        {
            return await RunAsync(test, limit);
        }
        finally
        {
            _active.SetValue(null, -1);
        }
    }

    private async Task<(bool Passed, bool IsLate, string Failure)> RunAsync(int test, int limit)
    {
        using var running = new CancellationTokenSource();
        _cancel = () => _ = running.CancelAsync();
        Volatile.Write(ref _deadline, Environment.TickCount64 + limit);
        var sink = new FailureSink();
        await _executor.RunTestCases([_tests[test]], sink, _options, running.Token);
        Volatile.Write(ref _deadline, long.MaxValue);
        bool isLate = running.IsCancellationRequested;
        return (sink.Failure is null && !isLate, isLate, sink.Failure ?? string.Empty);
    }

    // A test that is late is cancelled. If it doesn't end then, the process does.
    private void EndWhenLate()
    {
        while (true)
        {
            Thread.Sleep(50);
            long deadline = Volatile.Read(ref _deadline);
            if (Environment.TickCount64 < deadline)
            {
                continue;
            }

            _cancel();
            Thread.Sleep(Grace);
            if (Volatile.Read(ref _deadline) == deadline)
            {
                Answer("timeout", string.Empty);
                Process.GetCurrentProcess().Kill();
            }
        }
    }

    private void Answer(params string[] parts)
    {
        lock (_answering)
        {
            _answers.WriteLine(string.Join('\t', parts));
            _answers.Flush();
        }
    }

    private sealed class FailureSink : IMessageSink
    {
        public string? Failure { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is IErrorMetadata error)
            {
                Failure ??= string.Join(' ', error.Messages).ReplaceLineEndings(" ").Replace('\t', ' ');
            }

            return true;
        }
    }
}
