using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using PresenceClient.Emulator;
using Spectre.Console.Testing;

namespace PresenceClient.Tool.Tests;

public sealed class GetTests
{
    [Fact]
    public async Task Get_NamesIdsAndAFile_PrintsEachOnceInTheirOrder()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file, $"# again\n{tenant.Adele.Id}\n", TestContext.Current.CancellationToken);
        using ToolHost host = tenant.Host();

        int exitCode = await host.RunAsync(
            "get", tenant.Alex.UserPrincipalName, tenant.Adele.Id, file, "--csv", "--emulator");
        File.Delete(file);

        exitCode.Should().Be(0);
        host.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line[..36])
            .Should().Equal(tenant.Alex.Id, tenant.Adele.Id);
        host.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("get --json --emulator")]
    [InlineData("get - --json --emulator")]
    public async Task Get_StandardInput_ReadsThose(string arguments)
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.HostFor($"{tenant.Alex.UserPrincipalName}\n");

        int exitCode = await host.RunAsync(arguments.Split(' '));

        exitCode.Should().Be(0);
        using var document = JsonDocument.Parse(host.Output);
        JsonElement entry = document.RootElement.EnumerateArray().Should().ContainSingle().Which;
        entry.GetProperty("id").GetString().Should().Be(tenant.Alex.Id);
        entry.GetProperty("displayName").GetString().Should().Be("Alex Wilber");
        entry.GetProperty("availability").GetString().Should().Be("Available");
    }

    [Fact]
    public async Task Get_EmptyStandardInput_SaysSo()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();

        (await host.RunAsync("get", "--emulator")).Should().Be(1);

        host.ErrorLines().Should().Equal(
            "presence: standard input has no entries. Write an object id or a sign-in name on each line.");
    }

    [Fact]
    public async Task Get_NobodyNamedInATerminal_IsMe()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.HostOf(tenant.Alex, "Presence.Read");
        using var screen = new TestConsole();
        screen.BeTerminal();

        int exitCode = await PresenceTool.RunAsync(
            ["get", "--emulator"],
            host.InTerminal(screen, TimeProvider.System),
            TestContext.Current.CancellationToken);

        exitCode.Should().Be(0);
        screen.Output.Should().Contain("me ").And.Contain("Available");
    }

    [Fact]
    public async Task Get_All_IsTheDirectory()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        tenant.Adele.JoinCall();
        using ToolHost host = tenant.Host();

        (await host.RunAsync("get", "--all", "--emulator")).Should().Be(0);

        host.Output.Should().Contain("Adele Vance").And.Contain("In a call").And.Contain("Alex Wilber")
            .And.NotContain("\u001b");
    }

    [Fact]
    public async Task Get_Filter_PrintsOnlyThose()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        tenant.Adele.JoinCall();
        using ToolHost some = tenant.Host();
        using ToolHost none = tenant.Host();

        (await some.RunAsync("get", "--all", "--filter", "in-a-call", "--emulator")).Should().Be(0);
        (await none.RunAsync("get", "--all", "--filter", "away", "--emulator")).Should().Be(0);

        some.Output.Should().Contain("Adele Vance").And.NotContain("Alex Wilber");
        none.ErrorLines().Should().Equal("presence: --filter Away: 2 people, none in this state.");
    }

    [Fact]
    public async Task Get_Group_IsItsMembers()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        string group = tenant.Emulator.AddGroup("Sales", tenant.Alex).Id;
        using ToolHost host = tenant.Host();

        (await host.RunAsync("get", "--group", group, "--emulator")).Should().Be(0);

        host.Output.Should().Contain("Alex Wilber").And.NotContain("Adele Vance");
    }

    [Fact]
    public async Task Get_OneOfTwoNamesUnknown_PrintsTheOtherAndSaysIncomplete()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();

        int exitCode = await host.RunAsync("get", tenant.Alex.Id, "who@contoso.example", "--emulator");

        exitCode.Should().Be(3);
        host.Output.Should().Contain("Available");
        host.ErrorLines().Should().Equal("presence: 'who@contoso.example' is not the sign-in name of any user.");
    }

    [Fact]
    public async Task Get_OnlyUnknownNames_Fails()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();

        int exitCode = await host.RunAsync("get", "who@contoso.example", "--emulator");

        exitCode.Should().Be(1);
        host.ErrorLines().Should().HaveCount(2);
        host.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Get_IdThatTheServiceDoesNotReturn_IsIncomplete()
    {
        await using Tenant tenant = await Tenant.StartAsync(options => options.OmitUnknownUsersFromBulk = true);
        using ToolHost host = tenant.Host();

        (await host.RunAsync("get", tenant.Alex.Id, Some.Id(1), "--emulator")).Should().Be(3);

        host.ErrorLines().Should().Equal($"presence: The service returned no presence for 1: {Some.Id(1)}");
    }

    [Fact]
    public async Task Get_ServiceDown_SaysSoInOneLine()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.Status(503) with { Path = "*/getPresencesByUserId" });
        using ToolHost host = tenant.Host();

        (await host.RunAsync("get", tenant.Alex.Id, "--emulator")).Should().Be(1);

        host.ErrorLines().Should().ContainSingle().Which.Should().Contain("503");
    }

    [Fact]
    public async Task Get_PermissionMissing_NamesIt()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host("User.ReadBasic.All");

        (await host.RunAsync("get", tenant.Alex.Id, "--emulator")).Should().Be(5);

        host.ErrorLines().Should().ContainSingle()
            .Which.Should().Contain("Grant the application permission Presence.Read.All");
        host.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Get_SignInRefused_IsFour()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using HttpMessageHandler signIn = tenant.Emulator.CreateHandler();
        using var host = new ToolHost { Connect = Connections.WithWrongSecret(tenant.Emulator, signIn) };

        (await host.RunAsync("get", tenant.Alex.Id, "--emulator")).Should().Be(4);

        host.ErrorLines().Should().ContainSingle().Which.Should().Contain("AADSTS7000215")
            .And.EndWith("Check the tenant, the client id and the secret or certificate.");
    }

    [Fact]
    public async Task Get_NothingListens_IsOne()
    {
        // Bound, so that no other process takes the port, but not listening.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var host = new ToolHost
        {
            Connect = Connections.To($"http://{socket.LocalEndPoint}/v1.0", retries: 0),
        };

        (await host.RunAsync("get", Some.Id(1), "--emulator")).Should().Be(1);

        host.ErrorLines().Should().ContainSingle().Which.Should().Contain("the connection was refused");
    }

    [Fact]
    public async Task Get_CertificateNotTrusted_IsOne()
    {
        await using var server = new UntrustedServer();
        using var host = new ToolHost { Connect = Connections.To(server.Address) };

        (await host.RunAsync("get", Some.Id(1), "--emulator")).Should().Be(1);

        host.ErrorLines().Should().ContainSingle()
            .Which.Should().Contain("the certificate of the server is not trusted");
    }

    [Fact]
    public async Task Get_HostileTexts_ReachNeitherTheTerminalNorTheSpreadsheet()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        tenant.Alex.SetStatusMessage("=1+1\u001b[2J\u202eevil\nmore");
        using ToolHost table = tenant.Host();
        using ToolHost csv = tenant.Host();

        await table.RunAsync("get", tenant.Alex.Id, "--emulator");
        await csv.RunAsync("get", tenant.Alex.Id, "--csv", "--emulator");

        table.Output.Should().Contain("=1+1 [2J evil more").And.NotContainAny("\u001b", "\u202e");
        csv.Output.Should().Contain("\"'=1+1 [2J evil\nmore\"");
    }

    [Fact]
    public async Task Get_NarrowTerminal_HasTheNameAndTheState()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();
        using var screen = new TestConsole();
        screen.BeTerminal(width: 40);

        await PresenceTool.RunAsync(
            ["get", "--all", "--emulator"],
            host.InTerminal(screen, TimeProvider.System),
            TestContext.Current.CancellationToken);

        screen.Output.Should().Contain("Adele Vance").And.Contain("Available").And.NotContain("Status message")
            .And.Contain("\u001b[", "a terminal shows colours");
    }

    [Fact]
    public async Task Get_Interrupted_IsAHundredAndThirty()
    {
        using var stop = new CancellationTokenSource();
        using var host = new ToolHost
        {
            Connect = async (_, token) =>
            {
                await stop.CancelAsync();
                token.ThrowIfCancellationRequested();
                throw new InvalidOperationException("It was not stopped.");
            },
        };

        int exitCode = await PresenceTool.RunAsync(["get", Some.Id(1), "--emulator"], host.Redirected(), stop.Token);

        exitCode.Should().Be(130);
        host.Error.Should().BeEmpty();
    }
}
