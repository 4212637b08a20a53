using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PresenceClient.TestSupport;

namespace Mutate.Mutants;

/// <summary>The client's project, compiled as its build compiles it.</summary>
internal static class ClientProject
{
    private static readonly string Folder = Repository.PathOf("src", "PresenceClient");

    /// <summary>Reads the project's code, with the output of its source generators.</summary>
    public static async Task<CSharpCompilation> ReadAsync()
    {
        string[] arguments = await ReadCompilerArgumentsAsync();
        CSharpCommandLineArguments parsed = CSharpCommandLineParser.Default.Parse(
            arguments, Folder, RuntimeEnvironment.GetRuntimeDirectory());
        CSharpParseOptions options = parsed.ParseOptions.WithDocumentationMode(DocumentationMode.None);
        var compilation = CSharpCompilation.Create(
            parsed.CompilationName,
            parsed.SourceFiles.Select(source => CSharpSyntaxTree.ParseText(
                SourceText.From(File.ReadAllText(source.Path), System.Text.Encoding.UTF8), options, source.Path)),
            parsed.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference)),
            // Nullable warnings and unreachable code in a mutant don't prevent it from running.
            parsed.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)
                .WithSpecificDiagnosticOptions(ImmutableDictionary<string, ReportDiagnostic>.Empty));
        return RunGenerators(compilation, parsed, options);
    }

    /// <summary>Returns the path below the project, with slashes; null for code that isn't handwritten.</summary>
    public static string? FindFile(SyntaxTree tree)
    {
        string file = Path.GetRelativePath(Folder, tree.FilePath).Replace('\\', '/');
        return File.Exists(tree.FilePath) && file.Split('/')[0] is not (".." or "Generated" or "obj") ? file : null;
    }

    private static CSharpCompilation RunGenerators(
        CSharpCompilation compilation, CSharpCommandLineArguments parsed, CSharpParseOptions options)
    {
        var loader = new GeneratorLoader();
        ISourceGenerator[] generators = [.. parsed.AnalyzerReferences
            .Select(reference => new AnalyzerFileReference(reference.FilePath, loader))
            .SelectMany(reference => reference.GetGenerators(LanguageNames.CSharp))];
        CSharpGeneratorDriver.Create(generators, parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return (CSharpCompilation)generated;
    }

    private static async Task<string[]> ReadCompilerArgumentsAsync()
    {
        var start = new ProcessStartInfo("dotnet", [
            "build", Folder, "-c", "Release", "-nologo", "-v:q", "-t:Compile", "-getItem:CscCommandLineArgs",
            "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            // Without an output that is missing, a project that is built already has no arguments.
            "-p:NonExistentFile=missing"])
        {
            RedirectStandardOutput = true,
        };
        using Process build = Process.Start(start)!;
        string output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        if (build.ExitCode != 0)
        {
            throw new InvalidOperationException($"The project {Folder} doesn't build: {output}");
        }

        using var json = JsonDocument.Parse(output);
        JsonElement items = json.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs");
        string[] arguments = [.. items.EnumerateArray()
            .Select(argument => argument.GetProperty("Identity").GetString()!)];
        return arguments.Length > 0
            ? arguments
            : throw new InvalidOperationException($"The build of {Folder} names no compiler arguments: {output}");
    }

    private sealed class GeneratorLoader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) =>
            System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
