using System.Diagnostics;
using System.Globalization;
using Mutate.Mutants;

namespace Mutate.Running;

/// <summary>A process that runs tests: <see cref="WorkerProgram"/>. It is started again after it has ended.</summary>
/// <param name="bench">The assemblies and tests.</param>
internal sealed class Worker(Bench bench) : IDisposable
{
    // Many mutants leave something in their process: a thread, a timer, a value in a static field.
    private const int MostOrders = 150;

    // The process limits its tests itself; this limits its start, and a process that can't.
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestOrder = TimeSpan.FromMinutes(15);

    private readonly List<string> _tests = [];
    private Process? _process;
    private string? _error;
    private int _orders;

    /// <summary>Starts the process, and returns the names of its tests.</summary>
    public async Task<IReadOnlyList<string>> StartAsync() => await IsStartedAsync(activeMutant: -1)
        ? _tests
        : throw new InvalidOperationException(
            $"The tests did not start: {_error}. Build tests/PresenceClient.Tests in Release.");

    /// <summary>Runs one test and returns what it reaches.</summary>
    public async Task<string[]> CaptureAsync(int test)
    {
        string[] answer = await AskAsync($"capture\t{test}");
        if (answer[0] != "captured")
        {
            await StartAsync();
        }

        return answer;
    }

    /// <summary>Runs tests with a mutant, and returns what the process answers.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="tests">The tests, with the limit of each in milliseconds.</param>
    /// <param name="isFresh">Whether the process starts for this mutant, which is active from its start.</param>
    public async Task<string[]> TryAsync(int mutant, IEnumerable<(int Test, int Limit)> tests, bool isFresh)
    {
        if (isFresh)
        {
            if (!await IsStartedAsync(mutant))
            {
                Dispose();
                return ["ended", $"The tests did not start: {_error}"];
            }
        }
        else if (_process is null || _orders >= MostOrders)
        {
            await StartAsync();
        }

        string items = string.Join('\t', tests.Select(test => $"{test.Test}:{test.Limit}"));
        string[] answer = await AskAsync($"try\t{mutant}\t{items}");
        if (isFresh || answer[0] is not ("killed" or "late" or "survived"))
        {
            Dispose();
        }

        return answer;
    }

    public void Dispose()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.Dispose();
        _process = null;
    }

    // Returns whether the tests start; a mutant in the value of a static field can prevent it.
    private async Task<bool> IsStartedAsync(int activeMutant)
    {
        Dispose();
        _tests.Clear();
        _orders = 0;
        _error = null;
        string runtime = Path.ChangeExtension(bench.TestAssembly, ".runtimeconfig.json");
        var start = new ProcessStartInfo("dotnet", [
            "exec", "--runtimeconfig", runtime, "--depsfile", Path.ChangeExtension(bench.TestAssembly, ".deps.json"),
            Path.Combine(bench.Folder, "Mutate.dll"), "worker", bench.TestAssembly, bench.MutatedAssembly,
            bench.Mutants.ToString(CultureInfo.InvariantCulture), .. bench.Namespaces])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = bench.Folder,
        };
        start.Environment[MutantSwitch.Variable] = activeMutant.ToString(CultureInfo.InvariantCulture);
        // A mutant that never stops allocating must not take the memory of the machine.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x80000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => _error ??= line.Data;
        _process.BeginErrorReadLine();
        while (true)
        {
            string[] answer = await ReadAsync(LongestStart);
            if (answer[0] != "test")
            {
                _error ??= answer[0];
                return answer[0] == "ready";
            }

            _tests.Add(answer[1]);
        }
    }

    private async Task<string[]> AskAsync(string order)
    {
        _orders++;
        try
        {
            await _process!.StandardInput.WriteLineAsync(order);
            await _process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            return ["ended"];
        }

        return await ReadAsync(LongestOrder);
    }

    private async Task<string[]> ReadAsync(TimeSpan longest)
    {
        using var limit = new CancellationTokenSource(longest);
        try
        {
            string? line = await _process!.StandardOutput.ReadLineAsync(limit.Token);
            return line?.Split('\t') ?? ["ended"];
        }
        catch (OperationCanceledException)
        {
            return ["timeout"];
        }
    }
}
