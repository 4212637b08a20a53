namespace CallStatusSync.Tests;

public sealed class ArgumentTests
{
    private const string Client = "3f7d6a0e-8c1b-4f5e-9a2d-6b0c1d2e3f40";

    private readonly Printed _printed = new();

    [Theory]
    [InlineData("--speed 0", "--speed takes a whole number from 1 to 100000, not '0'.")]
    [InlineData("--minutes many", "--minutes takes a whole number from 1 to 1440, not 'many'.")]
    [InlineData("--events calls.csv --minutes 3", "--minutes is for the simulated phone system.")]
    [InlineData("--events - --speed 3", "--speed is for a file and for the simulation.")]
    [InlineData("--tenant contoso.com", "--tenant needs the events of a phone system.")]
    [InlineData("--events - --tenant contoso.com", "needs both --tenant and --client-id.")]
    [InlineData("--events - --client-id " + Client, "needs both --tenant and --client-id.")]
    [InlineData("--events - --client-secret s", "needs both --tenant and --client-id.")]
    [InlineData("--events - --tenant contoso.com --client-id me --client-secret s", "a GUID, not 'me'.")]
    [InlineData("--events - --tenant contoso.com --client-id " + Client, "PRESENCE_CLIENT_SECRET")]
    [InlineData("--events - --tenant c.com --client-secret s --certificate f --client-id " + Client, "be combined.")]
    [InlineData("--events - --tenant contoso.com --client-secret s --faults --client-id " + Client, "--faults is for")]
    public async Task BadArguments_OneLineThatSaysWhatToDo(string arguments, string expected)
    {
        int exitCode = await RunAsync(arguments.Split(' '));

        exitCode.Should().Be(ExitCode.BadArguments);
        _printed.Errors.Should().ContainSingle().Which.Should().Contain(expected).And.EndWith("Try --help.");
        _printed.Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task BlankValue_IsAMistake()
    {
        int exitCode = await RunAsync("--events", " ");

        exitCode.Should().Be(ExitCode.BadArguments);
        _printed.Errors.Should().ContainSingle().Which.Should().Contain("--events is blank.");
    }

    [Fact]
    public async Task Help_ListsEveryOptionAndTheFormat()
    {
        int exitCode = await RunAsync("--help");

        exitCode.Should().Be(0);
        string help = string.Join('\n', _printed.Lines);
        help.Should().Contain("time,who,event[,call]").And.Contain("Exit codes");
        foreach (string option in new SyncArguments(_ => null).Command.Options.Select(option => option.Name))
        {
            help.Should().Contain(option);
        }
    }

    [Fact]
    public async Task FileThatIsMissing_IsAFailureInOneLine()
    {
        int exitCode = await RunAsync("--events", "no-such-file.csv");

        exitCode.Should().Be(ExitCode.Failure);
        _printed.Errors.Should().ContainSingle().Which.Should().Contain("--events:").And.Contain("no-such-file.csv");
    }

    [Fact]
    public async Task CertificateThatIsMissing_NamesTheArgument()
    {
        int exitCode = await RunAsync(
            "--events", "-", "--tenant", "contoso.com", "--client-id", Client, "--certificate", "no-such-file.pem");

        exitCode.Should().Be(ExitCode.Failure);
        _printed.Errors.Should().ContainSingle().Which.Should().Contain("--certificate: The file does not exist.");
    }

    private Task<int> RunAsync(params string[] args) => SyncProgram.RunAsync(
        args, _printed.Host() with { Variable = _ => null }, TestContext.Current.CancellationToken);
}
