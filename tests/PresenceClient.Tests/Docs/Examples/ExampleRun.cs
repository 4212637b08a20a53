using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Docs.Examples;

/// <summary>Compiles an example of a page and runs it against an emulated tenant.</summary>
internal static class ExampleRun
{
    // Types of the program hide imported types: what the example prints is collected, and a client of Microsoft Graph
    // is connected to the tenant.
    private const string Shims = """
        using PresenceClient.Tests.Docs.Examples;

        internal static class Console
        {
            public static ExampleOutput Out => ExampleStage.Current.Output;
            public static ExampleOutput Error => ExampleStage.Current.Output;
            public static void Write(object? value) => Out.Write(value);
            public static void WriteLine(object? value = null) => Out.WriteLine(value);
        }

        internal sealed class PresenceServiceClient(
            Azure.Core.TokenCredential credential, PresenceClient.PresenceClientOptions? options = null)
            : PresenceClient.PresenceServiceClient(
                options?.BaseAddress is null ? ExampleStage.Current.Graph.CreateCredential() : credential,
                WithAddress(options ?? new()))
        {
            private static PresenceClient.PresenceClientOptions WithAddress(
                PresenceClient.PresenceClientOptions options)
            {
                options.BaseAddress ??= ExampleStage.Current.Graph.BaseAddress;
                return options;
            }
        }
        """;

    /// <summary>Runs an example in a new tenant, and returns the lines that it prints.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(CodeBlock example)
    {
        await using ExampleStage stage = await ExampleStage.StartAsync(Test.Token);
        await RunAsync(example, stage);
        return stage.Output.Lines;
    }

    /// <summary>Runs an example, compiled with further files, in a tenant.</summary>
    public static async Task RunAsync(CodeBlock example, ExampleStage stage, params string[] files)
    {
        var program = new AssemblyLoadContext(example.Place, isCollectible: true);
        try
        {
            await RunAsync(Load(example, program, files), example, stage);
        }
        finally
        {
            program.Unload();
        }
    }

    private static async Task RunAsync(Assembly program, CodeBlock example, ExampleStage stage)
    {
        stage.Enter();
        Call(program.GetType("Setup")!.GetMethod("Run")!, stage);
        if (example.IsEndless)
        {
            stage.AfterLine(example.Output!.Count, stage.End);
        }

        try
        {
            // The entry point of a program blocks its thread.
            await Task.Factory.StartNew(
                () => Call(program.EntryPoint!, Array.Empty<string>()),
                Test.Token,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).BoundedAsync();
        }
        catch (OperationCanceledException) when (stage.Token.IsCancellationRequested)
        {
            // An endless example ends with its cancellation.
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                $"The example has not ended. It has printed:\n{string.Join('\n', stage.Output.Lines)}");
        }
    }

    private static void Call(MethodInfo method, object argument) => method.Invoke(
        null,
        BindingFlags.DoNotWrapExceptions,
        binder: null,
        method.GetParameters().Length == 0 ? [] : [argument],
        culture: null);

    private static Assembly Load(CodeBlock example, AssemblyLoadContext context, string[] files)
    {
        string setup = $$"""
            using PresenceClient;
            using PresenceClient.Emulator;
            using PresenceClient.Tests.Docs.Examples;

            internal static class Setup
            {
                public static void Run(ExampleStage stage)
                {
                    PresenceEmulator graph = stage.Graph;
                    EmulatedUser adele = graph.User("Adele Vance"), alex = graph.User("Alex Wilber");
                    EmulatedUser diego = graph.User("Diego Siciliani"), megan = graph.User("Megan Bowen");
                    {{example.Setup}}
                }
            }
            """;
        CSharpCompilation compilation = BlockCompiler.Compile(example, [Shims, setup, .. files]);
        using var bytes = new MemoryStream();
        compilation.Emit(bytes, cancellationToken: Test.Token).Diagnostics
            .Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        bytes.Position = 0;
        return context.LoadFromStream(bytes);
    }
}
