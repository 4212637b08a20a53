using System.Globalization;
using System.Text.RegularExpressions;
using PresenceClient.Emulator.Tool;

namespace PresenceClient.Emulator.Tests.Tool;

public sealed class EmulatorToolTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--port", "70000", "--port must be from 0 to 65535, a whole number, but is '70000'.")]
    [InlineData("--port", "http", "--port must be from 0 to 65535, a whole number, but is 'http'.")]
    [InlineData("--port", "", "--port must be from 0 to 65535, a whole number, but is ''.")]
    [InlineData("--port", "5080.5", "--port must be from 0 to 65535, a whole number, but is '5080.5'.")]
    [InlineData("--port", "99999999999", "--port must be from 0 to 65535, a whole number, but is '99999999999'.")]
    [InlineData("--users", "-1", "--users must be from 0 to 1000000, a whole number, but is '-1'.")]
    [InlineData("--users", "1,000", "--users must be from 0 to 1000000, a whole number, but is '1,000'.")]
    [InlineData("--seed", "abc", "--seed must be from -2147483648 to 2147483647, a whole number, but is 'abc'.")]
    [InlineData("--seed", "2147483648", "--seed must be from -2147483648 to 2147483647, a whole number, but is")]
    [InlineData("--users", "0", "--users 0 requires --user")]
    [InlineData("--user", "?", "--user must be a name")]
    [InlineData("--speed", "0.5", "--speed must be from 1 to 3600, but is '0.5'.")]
    [InlineData("--speed", "60,5", "--speed must be from 1 to 3600, but is '60,5'.")]
    [InlineData("--speed", "NaN", "--speed must be from 1 to 3600, but is 'NaN'.")]
    [InlineData("--speed", "120", "--speed has no effect without --live. Add --live or remove --speed.")]
    [InlineData("--limit", "-1", "--limit must be from 0 to 10000000, a whole number, but is '-1'.")]
    [InlineData("--limit", "few", "--limit must be from 0 to 10000000, a whole number, but is 'few'.")]
    [InlineData("--users", "many", "--users must be from 0 to 1000000, a whole number, but is 'many'.")]
    [InlineData("--moon", "1", "--moon")]
    [InlineData("--certificate-out", "a.pem", "--certificate-out has no effect without --https. Add --https or remove")]
    [InlineData("--development-certificate", "true", "--development-certificate has no effect without --https. Add")]
    public async Task Run_BadArgument_IsOneLineOnErrorAndTheCode2(string option, string value, string part) =>
        await ExpectBadAsync(part, option, value);

    [Theory]
    [InlineData("'--user'", "--user")]
    [InlineData("'--speed'", "--live", "--speed")]
    [InlineData("'--certificate-out'", "--https", "--certificate-out")]
    [InlineData("'--certificate-out'", "--https", "--certificate-out", "a.pem", "--certificate-out", "b.pem")]
    [InlineData("--certificate-out must be the name of a file, but is ' '.", "--https", "--certificate-out", " ")]
    [InlineData("--certificate-out has no effect", "--https", "--https=false", "--certificate-out", "a.pem")]
    [InlineData("'maybe'", "--https=maybe", "--certificate-out", "a.pem")]
    [InlineData("--speed has no effect without --live.", "--live=false", "--speed", "5")]
    public async Task Run_ArgumentsThatDoNotFitTogether_AreOneLineOnErrorAndTheCode2(
        string part, params string[] args) => await ExpectBadAsync(part, args);

    private static async Task ExpectBadAsync(string part, params string[] args)
    {
        (int code, string output, string error) = await RunAsync(args);

        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().StartWith("presence-emulator: ").And.Contain(part);
        error.TrimEnd().Should().NotContain("\n");
    }

    [Fact]
    public async Task Run_Help_NamesEveryOptionWithItsDefault()
    {
        (int code, string output, _) = await RunAsync(["--help"]);

        code.Should().Be(0);
        output.Should().ContainAll(
            "--port", "5080", "--users", "100", "--user ", "--seed", "42", "--live", "--speed", "60", "--limit",
            "--no-auth", "--quiet", "--https", "--development-certificate", "--certificate-out <FILE>", "Examples:",
            "_emulator");
        output.Should().NotContain("--budgets", "what the emulator costs is for those who work on it");
    }

    [Fact]
    public async Task Run_PortInUse_IsOneLineOnErrorAndTheCode1()
    {
        await using PresenceEmulator other = await PresenceEmulator.StartAsync(cancellationToken: Cancel);
        string port = other.BaseAddress.Port.ToString(CultureInfo.InvariantCulture);

        (int code, _, string error) = await RunAsync(["--port", port]);

        code.Should().Be(1);
        error.Should().Be($"presence-emulator: cannot listen on port {port}: another program uses it. Choose another"
            + $" port, or use --port 0 for any free one.{Environment.NewLine}");
        error.TrimEnd().Should().NotContain("\n");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_UntilStopped_ServesWhatTheBannerSays(bool noAuth)
    {
        string[] trial = noAuth ? ["--no-auth", "--live"] : [];
        using var run = new ToolRun(["--port", "0", "--users", "3", "--seed", "7", .. trial]);

        string banner = await run.Banner;
        var read = new Uri(Regex.Match(banner, @"(http://\S+/presence)", RegexOptions.None).Groups[1].Value);
        using var http = new HttpClient();
        Answer answer = await Answer.ReadAsync(await http.GetAsync(read, Cancel));
        int code = await run.StopAsync();

        banner.Should().Contain("3 users, 3 groups, seed 7").And.Contain("Ctrl-C");
        banner.Contains("client_secret=", StringComparison.Ordinal).Should().Be(!noAuth);
        answer.Status.Should().Be(noAuth ? 200 : 401);
        code.Should().Be(0);
        run.Output.Should().EndWith($"Stopped.{Environment.NewLine}");
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_Quiet_PrintsTheAddressAlone()
    {
        using var run = new ToolRun(["--port", "0", "--quiet", "--user", "Adele Vance", "--users", "0"]);

        string address = (await run.Banner).Trim();
        using var http = new HttpClient();
        Answer answer = await Answer.ReadAsync(
            await http.GetAsync(new Uri($"{address}/../_emulator/users"), Cancel));
        await run.StopAsync();

        answer.Json.GetProperty("value")[0].GetProperty("userPrincipalName").GetString().Should()
            .Be("adele.vance@contoso.example");
        run.Output.Trim().Should().Be(address).And.MatchRegex(@"^http://127\.0\.0\.1:\d+/v1\.0$");
    }

    [Fact]
    public async Task Run_WithLifeAndLimit_SaysSo()
    {
        using var run = new ToolRun(["--port", "0", "--live", "--speed", "120", "--limit", "1500"]);

        string banner = await run.Banner;
        await run.StopAsync();

        banner.Should().Contain("simulated activity at 120 times")
            .And.Contain("at most 1500 presence requests in 30 s");
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await EmulatorTool.RunAsync(args, output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
