using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using PresenceClient.TestSupport;

namespace PresenceClient.Emulator.Tests.Tool;

/// <summary>
/// The tool with the development certificate of ASP.NET Core. The home folder of the processes is the test's own, so no
/// certificate of the machine is used or changed.
/// </summary>
public sealed class DevelopmentCertificateTests : IDisposable
{
    // In milliseconds. Processes can hang, and this ends their tests.
    private const int Limit = 300_000;

    private const string Marker = "1.3.6.1.4.1.311.84.1.1";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("presence-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact(Timeout = Limit)]
    public async Task Https_WithTheDevelopmentCertificate_IsServedByItsName()
    {
        SkipUnlessInTheHomeFolder();
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await CreateCertificateAsync(cancel);
        string file = Path.Combine(_home.FullName, "development.pem");
        using Process tool = Start(BuiltProgram.StartInfo(
            "presence-emulator.dll", "--port", "0", "--quiet", "--https", "--development-certificate",
            "--certificate-out", file, "--no-auth"));
        try
        {
            string? address = await tool.StandardOutput.ReadLineAsync(cancel);
            address.Should().MatchRegex(@"^https://localhost:\d+/v1\.0$");
            using X509Certificate2 certificate = X509CertificateLoader.LoadCertificateFromFile(file);
            using HttpClient http = TrustingClient.Create(certificate);

            Answer answer = await Answer.ReadAsync(await http.GetAsync(new Uri($"{address}/users?$top=1"), cancel));

            answer.Status.Should().Be(200);
            answer.Json.GetProperty("@odata.nextLink").GetString().Should().StartWith($"{address}/users?");
            certificate.Extensions.Should().Contain(extension => extension.Oid!.Value == Marker);
        }
        finally
        {
            tool.Kill();
            await tool.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Https_WithoutADevelopmentCertificate_IsOneLineOnErrorAndTheCode1()
    {
        SkipUnlessInTheHomeFolder();
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using Process tool = Start(BuiltProgram.StartInfo(
            "presence-emulator.dll", "--port", "0", "--https", "--development-certificate"));

        string error = await tool.StandardError.ReadToEndAsync(cancel);
        await tool.WaitForExitAsync(cancel);

        tool.ExitCode.Should().Be(1);
        error.Should().Be("presence-emulator: The development certificate of ASP.NET Core was not found, or it has"
            + " expired. Create one with 'dotnet dev-certs https', or use a self-signed certificate."
            + Environment.NewLine);
    }

    private static void SkipUnlessInTheHomeFolder() => Assert.SkipUnless(
        OperatingSystem.IsLinux(), "Only on Linux are the certificates of a user in the home folder.");

    private async Task CreateCertificateAsync(CancellationToken cancel)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using Process create = Start(new ProcessStartInfo(dotnet, ["dev-certs", "https"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        Task<string> output = create.StandardOutput.ReadToEndAsync(cancel);
        string error = await create.StandardError.ReadToEndAsync(cancel);
        await create.WaitForExitAsync(cancel);
        create.ExitCode.Should().Be(0, $"{await output}{error}");
    }

    private Process Start(ProcessStartInfo start)
    {
        start.Environment["HOME"] = _home.FullName;
        start.Environment["DOTNET_CLI_HOME"] = _home.FullName;
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        return Process.Start(start)!;
    }
}
