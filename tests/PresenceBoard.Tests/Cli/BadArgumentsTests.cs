namespace PresenceBoard.Tests;

public sealed class BadArgumentsTests
{
    private const string Service = "--tenant contoso.com --client-id 11111111-1111-4111-8111-111111111111";

    [Theory]
    [InlineData("--users abc", "--users takes a whole number from 1 to 1000000, not 'abc'.")]
    [InlineData("--users 0", "--users takes a whole number from 1 to 1000000, not '0'.")]
    [InlineData("--users 1.5", "--users takes a whole number from 1 to 1000000, not '1.5'.")]
    [InlineData("--users", "Required argument missing for option: '--users'.")]
    [InlineData("--ids", "Required argument missing for option: '--ids'.")]
    [InlineData("--interval 0", "--interval takes a whole number from 1 to 3600, not '0'.")]
    [InlineData("--what", "Unrecognized command or argument '--what'.")]
    [InlineData("--json --csv", "--json and --csv cannot be combined. Give one of them.")]
    [InlineData("--json --interval 5",
        "--interval is for the live board and for --follow --json. "
            + "Leave it out when you print once (--once, --json or --csv).")]
    [InlineData("--follow", "--follow requires --json. Add it, or leave --follow out to see the live board.")]
    [InlineData("--follow --csv", "--follow prints JSON and cannot be combined with --csv. Use --follow --json.")]
    [InlineData("--follow --json --once", "--follow and --once cannot be combined. Give one of them.")]
    [InlineData("--ids - --group 11111111-1111-4111-8111-111111111111",
        "--ids and --group cannot be combined. Give one of them.")]
    [InlineData("--group Sales", "--group takes the object id of a group or a team, a GUID, not 'Sales'.")]
    [InlineData("--group ", "--group is blank. Give it a value, or leave it out.")]
    [InlineData("--tenant contoso.com", "Microsoft's service needs both --tenant and --client-id.")]
    [InlineData("--interactive", "Microsoft's service needs both --tenant and --client-id.")]
    [InlineData(Service, "--tenant needs a way to sign in: the environment variable PRESENCE_CLIENT_SECRET, "
        + "--client-secret, --certificate or --interactive.")]
    [InlineData(Service + " --interactive --certificate c.pem",
        "--client-secret, --certificate and --interactive cannot be combined. Give one of them.")]
    [InlineData(Service + " --interactive --users 5",
        "--users and --seed are for the emulated organization. Leave them out with --tenant.")]
    [InlineData("--tenant a/b --client-id 11111111-1111-4111-8111-111111111111 --interactive",
        "--tenant takes a tenant id (a GUID) or a domain, for example contoso.com, not 'a/b'.")]
    [InlineData("--tenant .. --client-id 11111111-1111-4111-8111-111111111111 --interactive",
        "--tenant takes a tenant id (a GUID) or a domain, for example contoso.com, not '..'.")]
    [InlineData("--tenant  --client-id 11111111-1111-4111-8111-111111111111 --interactive",
        "--tenant is blank. Give it a value, or leave it out.")]
    [InlineData(Service + " --client-secret ", "--client-secret is blank. Give it a value, or leave it out.")]
    [InlineData(Service + " --certificate ", "--certificate is blank. Give it a value, or leave it out.")]
    [InlineData("--tenant contoso.com --client-id board --interactive",
        "--client-id takes the application (client) id, a GUID, not 'board'.")]
    public async Task RunAsync_BadArguments_OneLineAndTwo(string arguments, string line)
    {
        using var host = new TestHost();

        int exitCode = await host.RunAsync(arguments.Split(' '));

        exitCode.Should().Be(2);
        host.ErrorLines().Should().Equal($"PresenceBoard: {line} Try --help.");
        host.Output.Should().BeEmpty();
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("5")]
    [InlineData("busy,away")]
    public async Task RunAsync_UnknownState_ListsTheKnown(string state)
    {
        using var host = new TestHost();

        int exitCode = await host.RunAsync("--filter", state);

        exitCode.Should().Be(2);
        host.ErrorLines().Should().ContainSingle()
            .Which.Should().Contain($"'{state}'").And.Contain("Available, ").And.Contain("InAMeeting, ");
    }

    [Fact]
    public async Task RunAsync_BlankIdsFile_IsRefused()
    {
        using var host = new TestHost();

        int exitCode = await host.RunAsync("--ids", " ");

        exitCode.Should().Be(2);
        host.Error.Should().Contain("--ids is blank.");
    }

    [Fact]
    public async Task RunAsync_HelpWithBadArguments_PrintsTheHelp()
    {
        using var host = new TestHost();

        int exitCode = await host.RunAsync("--json", "--csv", "--help");

        exitCode.Should().Be(0);
        host.Output.Should().Contain("--filter").And.Contain("PRESENCE_CLIENT_SECRET");
        host.Error.Should().BeEmpty();
    }
}
