using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Azure.Core;

namespace PresenceClient.Tool.Tests;

public sealed class DoctorTests
{
    [Fact]
    public async Task Doctor_ApplicationThatMayOnlyRead_NamesWhatIsMissing()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host("Presence.Read.All");

        int exitCode = await host.RunAsync("doctor", "--emulator");

        exitCode.Should().Be(5);
        host.Output.Should().Contain("Application permissions: Presence.Read.All.")
            .And.Contain("Missing: the application permissions GroupMember.Read.All, Presence.ReadWrite.All, "
                + "User.ReadBasic.All. Grant them (admin consent required).")
            .And.MatchRegex(@"communications\.getPresencesByUserId +✓ yes")
            .And.MatchRegex(@"users\.presence\.setPresence +✗ no +Presence\.ReadWrite\.All +set")
            .And.MatchRegex(@"me\.presence\.get +– only persons");
        host.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("get watch", "Presence.Read.All", 0)]
    [InlineData("get watch", "Presence.ReadWrite.All", 0)]
    [InlineData("set", "Presence.Read.All", 5)]
    [InlineData("set clear prefer message", "Presence.ReadWrite.All", 0)]
    [InlineData("who", "Directory.Read.All", 0)]
    [InlineData("group", "User.ReadBasic.All", 5)]
    public async Task Doctor_Commands_AreJudgedByTheirPermissions(string commands, string role, int expected)
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host(role);

        (await host.RunAsync(["doctor", .. commands.Split(' '), "--emulator"])).Should().Be(expected);
    }

    [Fact]
    public async Task Doctor_Person_CanWriteOnlyTheirOwn()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.HostOf(tenant.Alex, "Presence.Read", "Presence.ReadWrite");

        int exitCode = await host.RunAsync("doctor", "--json", "--emulator");

        exitCode.Should().Be(5);
        using var document = JsonDocument.Parse(host.Output);
        JsonElement root = document.RootElement;
        root.GetProperty("signedInAs").GetString().Should().Be("person");
        root.GetProperty("subject").GetString().Should().Be(tenant.Alex.UserPrincipalName);
        root.GetProperty("tenantId").GetString().Should().Be(tenant.Emulator.TenantId);
        root.GetProperty("permissions").EnumerateArray().Select(name => name.GetString())
            .Should().Equal("Presence.Read", "Presence.ReadWrite");
        root.GetProperty("missing").EnumerateArray().Select(name => name.GetString())
            .Should().Equal("GroupMember.Read.All", "Presence.Read.All", "User.ReadBasic.All");
        AllowedOf(root, "me.presence.get").Should().Be("Yes");
        AllowedOf(root, "users.presence.get").Should().Be("OwnOnly");
        AllowedOf(root, "users.presence.setPresence").Should().Be("OwnOnly");
        AllowedOf(root, "communications.getPresencesByUserId").Should().Be("Missing");
    }

    [Fact]
    public async Task Doctor_Operations_AreThoseOfTheDescription()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();

        await host.RunAsync("doctor", "--json", "--emulator");

        using var document = JsonDocument.Parse(host.Output);
        document.RootElement.GetProperty("operations").EnumerateArray()
            .Select(entry => entry.GetProperty("operation").GetString())
            .Should().BeEquivalentTo(Description.Operations.Select(operation => operation.Name)
                .Where(name => !name.StartsWith("subscriptions.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Doctor_Csv_HasARecordForEachOperation()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();

        (await host.RunAsync("doctor", "watch", "--csv", "--emulator")).Should().Be(0);

        host.Output.Should().Be("operation,method,path,commands,allowed,toGrant\r\n"
            + "communications.getPresencesByUserId,POST,/communications/getPresencesByUserId,get watch,Yes,\r\n");
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b.c")]
    [InlineData("a.!.c")]
    [InlineData("a.bnVsbA.c")]
    [InlineData("a.e30.c.d.e")]
    public async Task Doctor_TokenThatCannotBeDecoded_IsSaidPlainly(string token)
    {
        using ToolHost host = HostWith(token);

        (await host.RunAsync("doctor", "--emulator")).Should().Be(1);

        host.ErrorLines().Should().Equal("presence: Signing in succeeded, but the token is not a JSON Web Token that "
            + "can be decoded, so its permissions are not known. Graph can still accept it: try presence get.");
        host.Output.Should().NotContain(token);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"roles":"Presence.Read.All"}""")]
    [InlineData("""{"roles":[1,null]}""")]
    public async Task Doctor_TokenWithoutPermissions_HasNone(string claims)
    {
        using ToolHost host = HostWith($"h.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.s");

        (await host.RunAsync("doctor", "--emulator")).Should().Be(5);

        host.Output.Should().Contain("Application permissions: none.");
    }

    [Theory]
    [InlineData(
        """{"scp":"Presence.Read","roles":["Presence.ReadWrite.All"]}""", "Delegated permissions: Presence.Read.")]
    [InlineData("""{"roles":["Presence.Read.All"]}""", "Application permissions: Presence.Read.All.")]
    public async Task Doctor_TokenWithoutIdentityType_IsJudgedByItsScopes(string claims, string line)
    {
        using ToolHost host = HostWith($"h.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.s");

        await host.RunAsync("doctor", "--emulator");

        host.Output.Should().Contain(line);
    }

    [Fact]
    public async Task Doctor_HostileClaims_DoNotReachTheTerminal()
    {
        const string claims = """{"scp":"\u001b[2J","upn":"\u001b]0;x\u0007"}""";
        using ToolHost host = HostWith($"h.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.s");

        await host.RunAsync("doctor", "--emulator");

        host.Output.Should().NotContainAny("\u001b", "\u0007");
    }

    [Fact]
    public async Task Doctor_SignInRefused_IsFour()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using HttpMessageHandler signIn = tenant.Emulator.CreateHandler();
        using var host = new ToolHost { Connect = Connections.WithWrongSecret(tenant.Emulator, signIn) };

        (await host.RunAsync("doctor", "--emulator")).Should().Be(4);

        host.ErrorLines().Should().ContainSingle().Which.Should()
            .StartWith("presence: Signing in failed: AADSTS7000215: ");
        host.Output.Should().BeEmpty();
    }

    private static string? AllowedOf(JsonElement root, string operation) => root.GetProperty("operations")
        .EnumerateArray().Single(entry => entry.GetProperty("operation").GetString() == operation)
        .GetProperty("allowed").GetString();

    private static ToolHost HostWith(string token)
    {
        TokenCredential credential =
            DelegatedTokenCredential.Create((_, _) => new AccessToken(token, DateTimeOffset.MaxValue));
        return new ToolHost
        {
            Connect = (_, _) => Task.FromResult(new Organization("test", credential, new PresenceClientOptions())),
        };
    }
}
