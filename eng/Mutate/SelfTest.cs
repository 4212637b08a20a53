using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Mutate.Mutants;
using Mutate.Running;
using PresenceClient.TestSupport;

namespace Mutate;

/// <summary>Proves the tool with code whose mutants die, never end, survive or are not reached, as is known.</summary>
internal static class SelfTest
{
    private const string Code = """
        namespace Probe;

        public static class Subject
        {
            private static readonly int Limit = Start(18);
            private static int _calls;

            public static bool IsOfAge(int age) => age >= Limit;

            public static int Larger(int a, int b) => a > b ? a : b;

            public static int CountTo(int end)
            {
                int count = 0;
                while (count != end)
                {
                    count++;
                }

                return count;
            }

            public static int Leak(bool isOn)
            {
                _calls += isOn ? 1 : 0;
                return _calls;
            }

            public static bool Never(bool a) => !a;

            private static int Start(int value) => value + 0;
        }
        """;

    private const string Tests = """
        namespace Probe.Tests;

        public class SubjectTests
        {
            [Xunit.Fact]
            public void IsOfAge_AtTheLimit() => Xunit.Assert.True(Subject.IsOfAge(18));

            [Xunit.Fact]
            public void IsOfAge_BelowIt() => Xunit.Assert.False(Subject.IsOfAge(17));

            [Xunit.Fact]
            public void Larger_IsTheLarger()
            {
                Xunit.Assert.Equal(3, Subject.Larger(2, 3));
                Xunit.Assert.Equal(3, Subject.Larger(3, 2));
            }

            [Xunit.Fact]
            public void CountTo_Ends() => Xunit.Assert.Equal(3, Subject.CountTo(3));

            [Xunit.Fact]
            public void Leak_IsZero() => Xunit.Assert.Equal(0, Subject.Leak(false));
        }
        """;

    private static readonly (string Change, Outcome Outcome)[] Expected =
    [
        ("`age >= Limit` → `age > Limit`", Outcome.Killed),
        ("`age >= Limit` → `age < Limit`", Outcome.Killed),
        ("`a > b` → `a >= b`", Outcome.Survived), // Equivalent: both are returned when they are equal.
        ("`a > b` → `a <= b`", Outcome.Killed),
        ("`a > b ? a : b` → `a`", Outcome.Killed),
        ("`a > b ? a : b` → `b`", Outcome.Killed),
        ("`count != end` → `count == end`", Outcome.Killed),
        ("`count++` → `count--`", Outcome.TimedOut),
        ("remove `count++;`", Outcome.TimedOut),
        ("`isOn` → `!isOn`", Outcome.Killed),
        ("`isOn ? 1 : 0` → `1`", Outcome.Killed), // Spoils its process, as the next mutants must not notice.
        ("`isOn ? 1 : 0` → `0`", Outcome.Survived), // No test calls it with true.
        ("`_calls += isOn ? 1 : 0` → `_calls -= isOn ? 1 : 0`", Outcome.Survived),
        ("remove `_calls += isOn ? 1 : 0;`", Outcome.Survived),
        ("`!a` → `a`", Outcome.NotCovered),
        ("`value + 0` → `value - 0`", Outcome.Survived), // Equivalent, and runs once in a process.
    ];

    public static async Task<int> RunAsync()
    {
        string folder = Repository.PathOf("artifacts", "mutate", "self-test");
        Bench.Copy(Repository.PathOf("tests", "PresenceClient.Tests", "bin", "Release", "net10.0"), folder);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        MetadataReference[] platform = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];
        CSharpSyntaxTree subject = Parse(Code, "Subject.cs");
        string path = Path.Combine(folder, "Probe.dll");
        var assembly = MutatedAssembly.Write(
            CSharpCompilation.Create("Probe", [subject], platform, options),
            tree => Path.GetFileName(tree.FilePath), path);
        string tests = Path.Combine(folder, "PresenceClient.Tests.dll");
        string[] references = [path, Path.Combine(folder, "xunit.v3.assert.dll")];
        EmitResult emitted = CSharpCompilation.Create("PresenceClient.Tests", [Parse(Tests, "Tests.cs")],
            [.. platform, .. references.Select(file => MetadataReference.CreateFromFile(file))], options).Emit(tests);
        if (!emitted.Success)
        {
            throw new InvalidOperationException($"The tests don't compile: {string.Join('\n', emitted.Diagnostics)}");
        }

        var bench = new Bench(
            folder, tests, path, assembly.Mutants.Count + assembly.Uncompilable.Count, ["Probe.Tests"]);
        Report report = await new Campaign(bench, assembly.Mutants, workers: 2).RunAsync();
        (string, Outcome)[] actual = [.. report.Outcomes.Select(pair => (pair.Key.Change, pair.Value.Outcome))];
        string[] wrong =
        [
            .. Expected.Except(actual).Select(item => $"expected: {item}"),
            .. actual.Except(Expected).Select(item => $"actual: {item}"),
            .. report.LeftOut.Select(test => $"left out: {test}"),
        ];
        Console.WriteLine(wrong.Length == 0
            ? $"The self-test passed: {actual.Length} mutants have the expected outcomes."
            : $"The self-test failed:\n{string.Join('\n', wrong)}");
        return wrong.Length == 0 ? 0 : 1;
    }

    private static CSharpSyntaxTree Parse(string code, string file) =>
        (CSharpSyntaxTree)CSharpSyntaxTree.ParseText(
            "#nullable enable\n" + code, new CSharpParseOptions(LanguageVersion.Latest), file);
}
