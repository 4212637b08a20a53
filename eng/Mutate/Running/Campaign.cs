using System.Collections.Concurrent;
using System.Globalization;
using Mutate.Mutants;

namespace Mutate.Running;

/// <summary>Runs each mutant with the tests that reach it.</summary>
/// <param name="bench">The assemblies and tests.</param>
/// <param name="mutants">The mutants to run.</param>
/// <param name="workers">The number of processes.</param>
internal sealed class Campaign(Bench bench, IReadOnlyList<Mutant> mutants, int workers)
{
    // The first run of a test also compiles its code.
    private static readonly int[] SlowestTest = [3_000, 1_000];

    public async Task<Report> RunAsync()
    {
        (Coverage coverage, IReadOnlyList<string> left) = await CaptureAsync();
        var outcomes = new ConcurrentDictionary<Mutant, (Outcome Outcome, string Reason)>();
        var queue = new ConcurrentQueue<Mutant>(mutants);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            using var worker = new Worker(bench);
            while (queue.TryDequeue(out Mutant? mutant))
            {
                outcomes[mutant] = await TryAsync(worker, mutant, coverage);
                if (outcomes.Count % 100 == 0)
                {
                    await Console.Error.WriteLineAsync($"{outcomes.Count} of {mutants.Count} mutants");
                }
            }
        })));
        return new Report(outcomes, coverage.Tests, left);
    }

    // Two runs: what only the first one reaches runs once in a process, for example the value of a static field.
    private async Task<(Coverage Coverage, IReadOnlyList<string> Left)> CaptureAsync()
    {
        using var worker = new Worker(bench);
        IReadOnlyList<string> tests = [.. await worker.StartAsync()];
        var coverage = new Coverage();
        var left = new List<string>();
        await CaptureRunAsync(0);

        // A new process reaches the values of static fields again. The test that ended the old one is left out.
        while (!await CaptureRunAsync(1))
        {
            coverage.Forget(1);
        }

        return (coverage, left);

        // Returns whether one process ran all tests.
        async Task<bool> CaptureRunAsync(int run)
        {
            bool isOneProcess = true;
            for (int test = 0; test < tests.Count; test++)
            {
                if (run > 0 && !coverage.Has(test))
                {
                    continue;
                }

                string[] answer = await worker.CaptureAsync(test);
                isOneProcess &= answer[0] == "captured";
                int milliseconds = answer[0] == "captured" ? int.Parse(answer[2], CultureInfo.InvariantCulture) : 0;
                if (answer is ["captured", "passed", ..] && milliseconds <= SlowestTest[run])
                {
                    coverage.Add(run, test, milliseconds, ReadIds(answer[3]));
                }
                else
                {
                    coverage.Remove(test);
                    left.Add(answer is ["captured", "passed", ..]
                        ? $"{milliseconds} ms: {tests[test]}"
                        : $"{answer[0]}: {tests[test]}: {answer[^1]}");
                }
            }

            return isOneProcess;
        }
    }

    private static async Task<(Outcome, string)> TryAsync(Worker worker, Mutant mutant, Coverage coverage)
    {
        (bool isOnce, IReadOnlyList<(int, int)> tests) = coverage.Of(mutant.Id);
        if (tests.Count == 0)
        {
            return (Outcome.NotCovered, string.Empty);
        }

        string[] answer = await worker.TryAsync(mutant.Id, tests, isOnce);
        if (answer[0] is "spoiled" or "ended")
        {
            // What an earlier mutant left behind can have failed the test, but not in a new process.
            answer = await worker.TryAsync(mutant.Id, tests, isOnce);
        }

        return answer[0] switch
        {
            "survived" => (Outcome.Survived, string.Empty),
            "late" or "timeout" => (Outcome.TimedOut, string.Empty),
            _ => (Outcome.Killed, answer[^1]),
        };
    }

    private static IEnumerable<int> ReadIds(string text) => text.Length == 0
        ? []
        : text.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture));
}
