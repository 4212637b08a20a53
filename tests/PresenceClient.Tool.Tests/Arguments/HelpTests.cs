using Microsoft.Extensions.Time.Testing;
using Spectre.Console;
using Spectre.Console.Testing;

namespace PresenceClient.Tool.Tests;

public sealed class HelpTests
{
    private static readonly string[] Commands =
        ["get", "set", "clear", "prefer", "message", "watch", "who", "doctor"];

    public static TheoryData<string> EachCommand => [.. Commands];

    [Fact]
    public async Task Help_OfTheTool_NamesEachCommandAndExitCode()
    {
        using var host = new ToolHost();

        int exitCode = await host.RunAsync();

        exitCode.Should().Be(0);
        host.Output.Should().ContainAll(Commands.Select(command => $"\n  {command} "))
            .And.ContainAll("0    ", "1    ", "2    ", "3    ", "4    ", "5    ", "130  ", "PRESENCE_TENANT_ID");
        host.Error.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(EachCommand))]
    public async Task Help_OfACommand_HasExamplesAndFitsAHundredColumns(string command)
    {
        using var host = new ToolHost();

        int exitCode = await host.RunAsync(command, "--help");

        exitCode.Should().Be(0);
        host.Output.Should().Contain($"  presence {command} ").And.Contain("--emulator");
        Lines(host.Output).Max(line => line.Length).Should().BeInRange(80, 100);
    }

    [Theory]
    [MemberData(nameof(EachCommand))]
    public async Task Examples_OfACommand_AreValid(string command)
    {
        using var help = new ToolHost();
        await help.RunAsync(command, "--help");
        string[] examples =
        [
            .. Lines(help.Output).Select(line => line.Trim())
                .Where(line => line.StartsWith("presence ", StringComparison.Ordinal)
                    && !line.EndsWith("[options]", StringComparison.Ordinal)),
        ];

        examples.Should().HaveCountGreaterThan(1);
        foreach (string example in examples)
        {
            await IsValidAsync(example);
        }
    }

    [Fact]
    public async Task Help_InANarrowTerminal_WrapsTheOptions()
    {
        using var host = new ToolHost();
        using var screen = new TestConsole();
        screen.Size(new Size(60, 50));

        await PresenceTool.RunAsync(
            ["get", "--help"], host.InTerminal(screen, TimeProvider.System), TestContext.Current.CancellationToken);

        Lines(screen.Output).TakeWhile(line => line != "Examples:").Max(line => line.Length)
            .Should().BeLessThanOrEqualTo(60);
    }

    // The shell takes quotes and redirections; files of the examples do not exist here.
    private static async Task IsValidAsync(string example)
    {
        string[] words = [.. example.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' '))];
        int end = Array.FindIndex(words, word => word is "<" or ">");
        IEnumerable<string> arguments = words[1..(end < 0 ? words.Length : end)].Where(word => word.Length > 0)
            .Select(word => word == "GUID" ? Some.Id(1) : word.EndsWith(".txt", StringComparison.Ordinal) ? "-" : word);
        using var host = new ToolHost
        {
            Connect = (_, _) => throw new CliException("connected"),
            Time = new FakeTimeProvider(Some.Noon),
        };

        await host.RunAsync([.. arguments.Append("--emulator").Distinct()]);

        host.ErrorLines().Should().Equal(["presence: connected"], $"{example} is an example");
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
