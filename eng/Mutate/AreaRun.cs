using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Mutate.Mutants;
using Mutate.Running;
using PresenceClient.TestSupport;

namespace Mutate;

/// <summary>Mutates an area, runs its tests, and prints what survives.</summary>
/// <param name="area">The area.</param>
/// <param name="again">Whether to run only the mutants that survived in the last run.</param>
/// <param name="sample">The number of mutants to run, which are chosen at random.</param>
/// <param name="seed">The seed of the choice.</param>
/// <param name="workers">The number of processes.</param>
internal sealed class AreaRun(Area area, bool again, int sample, int seed, int workers)
{
    private const string Tests = "PresenceClient.Tests";
    private const string ReportEnding = ".txt";

    /// <summary>Returns whether exactly the listed mutants survive.</summary>
    public async Task<bool> RunAsync(CSharpCompilation client)
    {
        var time = Stopwatch.StartNew();
        string folder = Repository.PathOf("artifacts", "mutate", area.FileName);
        Bench.Copy(Repository.PathOf("tests", Tests, "bin", "Release", "net10.0"), folder);
        string path = Path.Combine(folder, "PresenceClient.dll");
        var assembly = MutatedAssembly.Write(
            client, tree => ClientProject.FindFile(tree) is { } file && area.Contains(file) ? file : null, path);
        Mutant[] mutants = [.. assembly.Mutants];
        if (again)
        {
            HashSet<string> last = [.. Survivors.ReadReport(folder + ReportEnding)];
            mutants = [.. mutants.Where(mutant => last.Contains(mutant.Key))];
        }

        if (sample < mutants.Length)
        {
            new Random(seed).Shuffle(mutants);
            mutants = mutants[..sample];
        }

        var bench = new Bench(
            folder, Path.Combine(folder, Tests + ".dll"), path, assembly.Mutants.Count + assembly.Uncompilable.Count,
            [.. area.Tests.Select(test => $"{Tests}.{test}")]);
        Report report = await new Campaign(bench, mutants, workers).RunAsync();
        string text = Print(report, assembly, time.Elapsed, out bool isAsListed);
        Console.WriteLine(text);
        await File.WriteAllLinesAsync(
            folder + ReportEnding, [text, .. assembly.Uncompilable.Select(mutant => $"  does not compile: {mutant}")]);
        Directory.Delete(folder, recursive: true);
        return isAsListed;
    }

    private string Print(Report report, MutatedAssembly assembly, TimeSpan time, out bool isAsListed)
    {
        IReadOnlyDictionary<string, string> listed = Survivors.Read();
        Mutant[] survivors = [.. report.With(Outcome.Survived)];
        Mutant[] unlisted = [.. survivors.Where(mutant => !listed.ContainsKey(mutant.Key))];
        Mutant[] notCovered = [.. report.With(Outcome.NotCovered).Where(mutant => !listed.ContainsKey(mutant.Key))];
        string[] killed = [.. Survivors.FindKilled(listed, report)];
        isAsListed = unlisted.Length + notCovered.Length + killed.Length == 0;
        IEnumerable<string> lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{area.Folder}: score {report.Score:0.0} %: "
                + $"{report.Outcomes.Count} mutants, {report.Count(Outcome.Killed)} killed, "
                + $"{report.Count(Outcome.TimedOut)} timed out, {survivors.Length} survived "
                + $"({survivors.Length - unlisted.Length} listed), {report.Count(Outcome.NotCovered)} not covered; "
                + $"{assembly.Uncompilable.Count} more do not compile; "
                + $"{report.Tests} tests, {time.TotalMinutes:0.0} minutes"),
            .. report.LeftOut.Select(test => $"  test left out: {test}"),
            .. unlisted.Select(mutant => $"  survived: {mutant}"),
            .. notCovered.Select(mutant => $"  not covered: {mutant}"),
            .. killed.Select(key => $"  listed, but killed: {key}"),
        ];
        return string.Join(Environment.NewLine, lines);
    }
}
