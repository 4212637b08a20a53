using Spectre.Console;

namespace PresenceClient.Tool.Tests;

public sealed class TerminalTests
{
    [Fact]
    public void Open_Redirected_HasNoControlCodes()
    {
        using var writer = new StringWriter();
        IAnsiConsole console = Terminal.Open(writer, isRedirected: true);

        console.Write(new Markup("[red on blue]red[/] [bold]bold[/]"));

        writer.ToString().Should().Be("red bold");
        Terminal.CanRepaint(console).Should().BeFalse();
    }
}
