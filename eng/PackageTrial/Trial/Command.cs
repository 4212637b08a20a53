using System.Diagnostics;
using System.Text;

namespace PackageTrial.Trial;

/// <summary>Runs programs, and waits for their end.</summary>
internal static class Command
{
    // Of a failure, from the beginning and from the end of the output.
    private const int QuotedLines = 15;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program, and returns its standard output.</summary>
    /// <exception cref="TrialException">
    /// The program exits with another code than 0, or not within five minutes. The message has its output.
    /// </exception>
    public static async Task<string> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        using Process process = Start(folder, environment, program, arguments);
        var output = new StringBuilder();
        var all = new StringBuilder();
        Task[] readers =
        [
            ReadAsync(process.StandardOutput, line => Append(line, output, all)),
            ReadAsync(process.StandardError, line => Append(line, all)),
        ];
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(readers).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TrialException($"{program} did not end within {Limit.TotalMinutes:0} minutes.{Quote(all)}");
        }

        return process.ExitCode == 0
            ? output.ToString()
            : throw new TrialException($"{program} ended with exit code {process.ExitCode}.{Quote(all)}");
    }

    /// <summary>Starts a program whose output is read.</summary>
    public static Process Start(
        string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // `dotnet run` sets variables of MSBuild, which would apply to the builds of the consumers.
        foreach (string name in start.Environment.Keys.Where(name =>
            name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task ReadAsync(StreamReader reader, Action<string> add)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            add(line);
        }
    }

    private static void Append(string line, params StringBuilder[] texts)
    {
        foreach (StringBuilder text in texts)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }

    private static string Quote(StringBuilder output)
    {
        lock (output)
        {
            string[] lines = output.ToString().TrimEnd().Split(Environment.NewLine);
            return string.Concat(lines.Where((_, i) => i < QuotedLines || i >= lines.Length - QuotedLines)
                .Select(line => $"{Environment.NewLine}  | {line}"));
        }
    }
}
