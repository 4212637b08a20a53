using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using PresenceClient.Emulator;
using Spectre.Console.Testing;

namespace PresenceBoard.Tests;

/// <summary>The whole program in this process, over real HTTP to an emulator.</summary>
public sealed class BoardRunTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_RedirectedWithoutOnce_PrintsOnceWithoutControlCodes()
    {
        using var host = new TestHost();

        int exitCode = await host.RunAsync("--users", "12");

        exitCode.Should().Be(0);
        host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(13);
        host.Output.Should().NotContain("\u001b");
        host.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--csv")]
    [InlineData("--once")]
    public async Task RunAsync_SameSeed_PrintsTheSame(string format)
    {
        using var one = new TestHost();
        using var two = new TestHost();
        using var other = new TestHost();

        await one.RunAsync(format, "--users", "40", "--seed", "7");
        await two.RunAsync(format, "--users", "40", "--seed", "7");
        await other.RunAsync(format, "--users", "40", "--seed", "8");

        two.Output.Should().Be(one.Output);
        other.Output.Should().NotBe(one.Output);
    }

    [Fact]
    public async Task RunAsync_Filter_PrintsOnlyThose()
    {
        using var all = new TestHost();
        using var busy = new TestHost();

        await all.RunAsync("--json", "--users", "40");
        await busy.RunAsync("--json", "--users", "40", "--filter", "busy");

        int expected = Availabilities(all).Count(availability => availability == "Busy");
        Availabilities(busy).Should().HaveCount(expected).And.OnlyContain(availability => availability == "Busy");
    }

    [Fact]
    public async Task RunAsync_IdsFile_ReadsThoseInItsOrder()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(o => o.Users = 5, Stop);
        EmulatedUser[] users = [.. emulator.Users];
        using var host = new TestHost
        {
            Connect = Connections.As(emulator, emulator.Application),
            Input = $"""
                # the team
                {users[3].UserPrincipalName}

                {users[1].Id}
                nobody@contoso.example
                rubbish
                {users[3].Id.ToUpperInvariant()}
                """,
        };

        int exitCode = await host.RunAsync("--csv", "--ids", "-");

        exitCode.Should().Be(0);
        host.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line[..36])
            .Should().Equal(users[3].Id, users[1].Id);
        host.ErrorLines().Should().Equal(
            "PresenceBoard: --ids: standard input, line 6: 'rubbish' is neither an object id nor a sign-in name. "
                + "Write one of them on each line, and nothing else.",
            "PresenceBoard: --ids: standard input, line 5: 'nobody@contoso.example' "
                + "is not the sign-in name of any user.");
    }

    [Fact]
    public async Task RunAsync_NameLookupFails_PrintsTheOthersAndFails()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(o => o.Users = 5, Stop);
        emulator.InjectFault(EmulatorFault.Status(503) with { Path = "/users" });
        using var host = new TestHost
        {
            Connect = Connections.As(emulator, emulator.Application, retries: 0),
            Input = $"{emulator.Users[3].Id}\n{emulator.Users[1].UserPrincipalName}",
        };

        int exitCode = await host.RunAsync("--csv", "--ids", "-");

        exitCode.Should().Be(1);
        host.Output.Should().Contain(emulator.Users[3].Id);
        host.ErrorLines().Should().ContainSingle().Which.Should().StartWith("PresenceBoard: --ids: standard input, "
            + $"line 2: '{emulator.Users[1].UserPrincipalName}' could not be looked up: users.list failed");
    }

    [Fact]
    public async Task RunAsync_Group_ReadsItsMembersAndThoseOfTheGroupsInIt()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(o => o.Users = 5, Stop);
        EmulatedUser[] users = [.. emulator.Users];
        EmulatedGroup group = emulator.AddGroup("Managers", users[4]);
        group.AddGroup(emulator.AddGroup("Deputies", users[2], users[4]));
        using var host = new TestHost { Connect = Connections.As(emulator, emulator.Application) };

        int exitCode = await host.RunAsync("--json", "--group", group.Id);

        exitCode.Should().Be(0);
        using var document = JsonDocument.Parse(host.Output);
        document.RootElement.EnumerateArray().Select(entry => entry.GetProperty("displayName").GetString())
            .Should().BeEquivalentTo(users[2].DisplayName, users[4].DisplayName);
        host.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_GroupOfTheEmulatedOrganization_HasTheIdInTheReadme()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(
            o => (o.Users, o.Seed) = (new Target().Users, new Target().Seed), Stop);
        string readme = await File.ReadAllTextAsync(Repository.PathOf("samples", "PresenceBoard", "README.md"), Stop);

        readme.Should().Contain($"--group {emulator.Group("Engineering Team 1").Id}");
    }

    [Fact]
    public async Task RunAsync_UnknownGroup_SaysWhereIdsComeFrom()
    {
        using var host = new TestHost();

        int exitCode = await host.RunAsync("--json", "--group", Some.Id(1));

        exitCode.Should().Be(1);
        host.ErrorLines().Should().Equal($"PresenceBoard: --group: the organization has no group '{Some.Id(1)}'. "
            + "Use the object id of a group or a team; the Microsoft Entra admin center shows it.");
        host.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_EmptyGroup_SaysSo()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(cancellationToken: Stop);
        string group = emulator.AddGroup("Empty").Id;
        using var host = new TestHost { Connect = Connections.As(emulator, emulator.Application) };

        int exitCode = await host.RunAsync("--json", "--group", group);

        exitCode.Should().Be(1);
        host.ErrorLines().Should().Equal(
            $"PresenceBoard: --group: the group '{group}' has no users. Name a group with members.");
    }

    [Fact]
    public async Task RunAsync_InputInUtf16_ReadsThose()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(o => o.Users = 5, Stop);
        using var host = new TestHost
        {
            Connect = Connections.As(emulator, emulator.Application),
            InputBytes = [0xff, 0xfe, .. System.Text.Encoding.Unicode.GetBytes($"{{{emulator.Users[3].Id}}}\r\n")],
        };

        int exitCode = await host.RunAsync("--json", "--ids", "-");

        exitCode.Should().Be(0);
        host.Output.Should().Contain(emulator.Users[3].Id);
        host.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("id,name", "line 1: 'id,name' is neither")]
    [InlineData("a\0b@contoso.example", "line 1: not text")]
    [InlineData("# no one", "has no entries")]
    public async Task RunAsync_UselessInput_SaysWhereAndWhatToWrite(string input, string words)
    {
        using var host = new TestHost { Input = input };

        int exitCode = await host.RunAsync("--json", "--ids", "-");

        exitCode.Should().Be(1);
        host.ErrorLines()[0].Should().StartWith("PresenceBoard: --ids: standard input").And.Contain(words)
            .And.MatchRegex("object id (or a|nor a) sign-in name");
        host.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_NoLineLeadsToAUser_Fails()
    {
        using var host = new TestHost { Input = "nobody@contoso.example" };

        int exitCode = await host.RunAsync("--json", "--ids", "-");

        exitCode.Should().Be(1);
        host.ErrorLines().Should().HaveCount(2).And.HaveElementAt(
            1, "PresenceBoard: --ids: no line leads to a user. Correct the lines above.");
        host.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_IdThatTheServiceDoesNotReturn_IsReported()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(
            o => o.OmitUnknownUsersFromBulk = true, Stop);
        using var host = new TestHost
        {
            Connect = Connections.As(emulator, emulator.Application),
            Input = $"{emulator.Users[0].Id}\n{Some.Id(1)}",
        };

        int exitCode = await host.RunAsync("--json", "--ids", "-");

        exitCode.Should().Be(0);
        Availabilities(host).Should().ContainSingle();
        host.ErrorLines().Should().Equal($"PresenceBoard: The service returned no presence for 1: {Some.Id(1)}");
    }

    [Fact]
    public async Task RunAsync_SignInRefused_OneLineAndOne()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(cancellationToken: Stop);
        using HttpMessageHandler signIn = emulator.CreateHandler();
        using var host = new TestHost { Connect = Connections.WithWrongSecret(emulator, signIn) };

        int exitCode = await host.RunAsync("--json");

        exitCode.Should().Be(1);
        host.ErrorLines().Should().ContainSingle()
            .Which.Should()
            .StartWith("PresenceBoard: users.list was not sent, because signing in failed: AADSTS7000215: ")
            .And.EndWith("Check the tenant, the client id and the secret or certificate.");
        host.Output.Should().BeEmpty();
    }

    [Theory]
    [InlineData("User.ReadBasic.All", "Presence.Read.All")]
    [InlineData("Presence.Read.All", "User.ReadBasic.All")]
    public async Task RunAsync_MissingPermission_SaysWhich(string granted, string missing)
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(cancellationToken: Stop);
        using var host = new TestHost { Connect = Connections.As(emulator, emulator.AddApplication(granted)) };

        int exitCode = await host.RunAsync("--once");

        exitCode.Should().Be(1);
        host.ErrorLines().Should().ContainSingle()
            .Which.Should().Contain($"Grant the application permission {missing}");
        host.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_CertificateNotTrusted_SaysSoAtOnce()
    {
        await using var server = new UntrustedServer();
        using var host = new TestHost { Connect = Connections.To(server.Address) };

        int exitCode = await host.RunAsync("--once");

        exitCode.Should().Be(1);
        host.ErrorLines().Should().ContainSingle().Which.Should().StartWith(
            "PresenceBoard: users.list failed: the certificate of the server is not trusted (");
    }

    [Fact]
    public async Task RunAsync_NothingListens_SaysSo()
    {
        // Bound, so that no other process takes the port, but not listening.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var host = new TestHost { Connect = Connections.To($"http://{socket.LocalEndPoint}/v1.0", retries: 0) };

        int exitCode = await host.RunAsync("--once");

        exitCode.Should().Be(1);
        host.ErrorLines().Should().ContainSingle()
            .Which.Should().StartWith("PresenceBoard: users.list failed: the connection was refused.");
    }

    [Fact]
    public async Task RunAsync_Terminal_WatchesUntilQ()
    {
        using var host = new TestHost();
        using var screen = new TestConsole();
        screen.BeTerminal();
        screen.Input.PushKey(ConsoleKey.Q);

        int exitCode = await BoardProgram.RunAsync([], host.InTerminal(screen, TimeProvider.System), Stop);

        exitCode.Should().Be(0);
        screen.Output.Should().Contain("30 people").And.Contain("emulated organization, seed 42");
    }

    [Theory]
    [InlineData(true, 130)]
    [InlineData(false, 0)]
    public async Task RunAsync_InterruptedWhileLoading_Ends(bool once, int expected)
    {
        using var stop = new CancellationTokenSource();
        using var screen = new TestConsole();
        screen.BeTerminal();
        using var host = new TestHost
        {
            Connect = async (_, token) =>
            {
                await stop.CancelAsync();
                token.ThrowIfCancellationRequested();
                throw new InvalidOperationException("It was not stopped.");
            },
        };

        int exitCode = await BoardRun.RunAsync(
            new BoardOptions { Once = once }, host.InTerminal(screen, TimeProvider.System), stop.Token);

        exitCode.Should().Be(expected);
        host.Error.Should().BeEmpty();
    }

    private static string[] Availabilities(TestHost host)
    {
        using var document = JsonDocument.Parse(host.Output);
        return
        [
            .. document.RootElement.EnumerateArray().Select(entry => entry.GetProperty("availability").GetString()!),
        ];
    }
}
