using Spectre.Console.Testing;

namespace PresenceClient.Tool.Tests;

public sealed class LoadingBarTests
{
    [Fact]
    public async Task RunAsync_NoTerminal_ShowsNothing()
    {
        using var console = new TestConsole();

        bool hadBar = await LoadingBar.RunAsync(console, progress => Task.FromResult(progress is not null));

        hadBar.Should().BeFalse();
        console.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_Terminal_ShowsEachPart()
    {
        using var console = new TestConsole();
        console.BeTerminal();

        int result = await LoadingBar.RunAsync(console, progress =>
        {
            progress!.Report(new LoadStep(LoadStep.People, 999, null));
            progress.Report(new LoadStep(LoadStep.People, 1300, null));
            progress.Report(new LoadStep(LoadStep.Presences, 650, 1300));
            return Task.FromResult(7);
        });

        result.Should().Be(7);
        console.Output.Should().Contain(LoadStep.People).And.Contain(LoadStep.Presences)
            .And.Contain("100%").And.Contain("50%");
    }
}
