namespace PresenceClient.Tool.Tests;

/// <summary>Where the arguments and the environment lead.</summary>
public sealed class SignInTests
{
    private const string Id = "22222222-2222-4222-8222-222222222222";

    private Target? _target;

    [Fact]
    public async Task Connect_Variables_SignInAsTheApplication()
    {
        await RunAsync("get", Id);

        _target!.SignIn!.Tenant.Should().Be("contoso.com");
        _target.SignIn.ClientId.Should().Be(Id);
        _target.SignIn.ClientSecret.Should().Be("secret");
    }

    [Fact]
    public async Task Connect_OptionsAndVariables_OptionsWin()
    {
        await RunAsync("get", Id, "--tenant", "fabrikam.com", "--client-secret", "@other");

        _target!.SignIn!.Tenant.Should().Be("fabrikam.com");
        _target.SignIn.ClientSecret.Should().Be("@other", "a value that begins with @ is not a file of arguments");
    }

    [Fact]
    public async Task Connect_EmulatorAndVariables_IsTheEmulator()
    {
        await RunAsync("get", Id, "--emulator", "--users", "7", "--seed", "1");

        _target.Should().Be(new Target { Users = 7, Seed = 1 });
    }

    [Theory]
    [InlineData("get me --emulator")]
    [InlineData("set Away --emulator")]
    [InlineData("doctor --emulator --interactive")]
    public async Task Connect_EmulatorForMe_IsAPerson(string arguments)
    {
        await RunAsync(arguments.Split(' '));

        _target!.AsPerson.Should().BeTrue();
        _target.SignIn.Should().BeNull();
    }

    private async Task RunAsync(params string[] arguments)
    {
        using var host = new ToolHost
        {
            Variables = new Dictionary<string, string>
            {
                ["PRESENCE_TENANT_ID"] = "contoso.com",
                ["PRESENCE_CLIENT_ID"] = Id,
                ["PRESENCE_CLIENT_SECRET"] = "secret",
            },
            Connect = (target, _) =>
            {
                _target = target;
                throw new CliException("It is enough to know where.");
            },
        };

        (await host.RunAsync(arguments)).Should().Be(1);
        host.ErrorLines().Should().Equal("presence: It is enough to know where.");
    }
}
