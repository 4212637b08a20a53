using PresenceClient;

namespace PresenceBoard.Tests;

public sealed class BoardArgumentsTests
{
    private const string ClientId = "11111111-1111-4111-8111-111111111111";

    [Fact]
    public void Read_Nothing_WatchesThirtyPeople()
    {
        BoardOptions options = Read();

        options.Once.Should().BeFalse();
        options.Target.Users.Should().Be(30);
        options.Interval.Should().Be(TimeSpan.FromSeconds(2));
        options.Target.SignIn.Should().BeNull();
        options.Filter.Should().BeNull();
    }

    [Fact]
    public void Read_Everything_IsTaken()
    {
        BoardOptions options = Read(
            "--users", "1300", "--seed", "-7", "--filter", "in-a-call", "--interval", "5", "--ids", "team.txt");

        options.Target.Users.Should().Be(1300);
        options.Target.Seed.Should().Be(-7);
        options.Filter!.Name.Should().Be(nameof(PresenceActivity.InACall));
        options.Interval.Should().Be(TimeSpan.FromSeconds(5));
        options.IdsFile.Should().Be("team.txt");
    }

    [Theory]
    [InlineData("--once", OutputFormat.Table)]
    [InlineData("--json", OutputFormat.Json)]
    [InlineData("--csv", OutputFormat.Csv)]
    public void Read_Formats_PrintOnce(string argument, object format)
    {
        BoardOptions options = Read(argument);

        options.Once.Should().BeTrue();
        options.Format.Should().Be((OutputFormat)format);
    }

    [Fact]
    public void Read_FollowJson_FollowsAtTheInterval()
    {
        BoardOptions options = Read("--follow", "--json", "--interval", "5");

        options.Follow.Should().BeTrue();
        options.Once.Should().BeFalse();
        options.Interval.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Read_SecretInEnvironment_SignsIn()
    {
        var arguments = new BoardArguments(name => name == SignInArguments.SecretVariable ? "from outside" : null);

        SignIn signIn = arguments.Read(arguments.Command.Parse(
            ["--tenant", "contoso.com", "--client-id", ClientId])).Target.SignIn!;

        signIn.Tenant.Should().Be("contoso.com");
        signIn.ClientId.Should().Be(ClientId);
        signIn.ClientSecret.Should().Be("from outside");
    }

    [Fact]
    public void Read_SecretInBoth_ArgumentWins()
    {
        var arguments = new BoardArguments(_ => "from outside");

        SignIn signIn = arguments.Read(arguments.Command.Parse(
            ["--tenant", "contoso.com", "--client-id", ClientId, "--client-secret", "given"])).Target.SignIn!;

        signIn.ClientSecret.Should().Be("given");
    }

    private static BoardOptions Read(params string[] args)
    {
        var arguments = new BoardArguments(_ => null);
        return arguments.Read(arguments.Command.Parse(args));
    }
}
