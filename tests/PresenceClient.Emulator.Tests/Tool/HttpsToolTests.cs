using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Emulator.Tests.Tool;

/// <summary>The tool with <c>--https</c>: what it serves, prints and writes.</summary>
public sealed class HttpsToolTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("presence-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Https_WithCertificateOut_IsServedToAClientThatTrustsTheFile()
    {
        string file = Path.Combine(_folder.FullName, "it's the emulator.pem");
        await File.WriteAllTextAsync(file, "of an earlier start", Cancel);
        using var run = new ToolRun(
            ["--port", "0", "--https", "--certificate-out", file, "--no-auth", "--users", "3"]);

        string banner = await run.Banner;
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificateFromFile(file);
        using HttpClient http = TrustingClient.Create(certificate);
        var read = new Uri(Regex.Match(banner, @"https://\S+/presence", RegexOptions.None).Value);
        Answer answer = await Answer.ReadAsync(await http.GetAsync(read, Cancel));
        int code = await run.StopAsync();

        code.Should().Be(0);
        answer.Status.Should().Be(200);
        (await File.ReadAllTextAsync(file, Cancel)).Should().StartWith("-----BEGIN CERTIFICATE-----")
            .And.NotContain("PRIVATE");
        banner.Should().MatchRegex(@"Authority host https://127\.0\.0\.1:\d+\r?\n")
            .And.Contain($"self-signed, new at each start, in {file}")
            .And.Contain(@"curl --cacert '" + file.Replace("'", @"'\''", StringComparison.Ordinal) + "' https://")
            .And.NotContain("http://");
    }

    [Fact]
    public async Task Https_WithoutCertificateOut_SaysHowToGetIt()
    {
        using var run = new ToolRun(["--port", "0", "--https"]);

        string banner = await run.Banner;
        await run.StopAsync();

        banner.Should().Contain("self-signed, new at each start; --certificate-out FILE exports it")
            .And.Contain("curl --insecure -s https://").And.Contain("curl --insecure -H");
    }

    [Fact]
    public async Task Http_PrintsNothingAboutCertificates()
    {
        using var run = new ToolRun(["--port", "0"]);

        string banner = await run.Banner;
        await run.StopAsync();

        banner.Should().NotContainAny("https://127", "ertificate", "Authority", "insecure");
    }

    [Theory]
    [InlineData("", "it is a folder.")]
    [InlineData("missing/emulator.pem", "its folder does not exist.")]
    public async Task CertificateOut_ThatCannotBeWritten_IsOneLineOnErrorAndTheCode1(string name, string reason)
    {
        string file = Path.Combine(_folder.FullName, name);
        using var run = new ToolRun(["--port", "0", "--https", "--certificate-out", file]);

        int code = await run.EndAsync();

        code.Should().Be(1);
        run.Output.Should().BeEmpty();
        run.Error.Should().Be($"presence-emulator: cannot write the certificate to '{file}': {reason} Choose another"
            + $" file with --certificate-out.{Environment.NewLine}");
    }
}
