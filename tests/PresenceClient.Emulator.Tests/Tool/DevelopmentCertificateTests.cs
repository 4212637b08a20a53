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

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Delete(recursive: true);

    [Fact(Timeout = Limit)]
    public async Task Https_WithTheDevelopmentCertificate_IsServedByItsName()
    {
        SkipUnlessInTheHomeFolder();
        await CreateCertificateAsync();
        string file = Path.Combine(_home.FullName, "development.pem");
        using Process tool = Start(BuiltProgram.StartInfo(
            "presence-emulator.dll", "--port", "0", "--quiet", "--https", "--development-certificate",
            "--certificate-out", file, "--no-auth"));
        try
        {
            string? address = await tool.StandardOutput.ReadLineAsync(Cancel);
            address.Should().MatchRegex(@"^https://localhost:\d+/v1\.0$");
            using X509Certificate2 certificate = X509CertificateLoader.LoadCertificateFromFile(file);
            using HttpClient http = TrustingClient.Create(certificate);

            Answer answer = await Answer.ReadAsync(await http.GetAsync(new Uri($"{address}/users?$top=1"), Cancel));

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
        using Process tool = Start(BuiltProgram.StartInfo(
            "presence-emulator.dll", "--port", "0", "--https", "--development-certificate"));

        string error = await tool.StandardError.ReadToEndAsync(Cancel);
        await tool.WaitForExitAsync(Cancel);

        tool.ExitCode.Should().Be(1);
        error.Should().Be("presence-emulator: The development certificate of ASP.NET Core was not found, or it has"
            + " expired. Create one with 'dotnet dev-certs https', or use a self-signed certificate."
            + Environment.NewLine);
    }

    private static void SkipUnlessInTheHomeFolder() => Assert.SkipUnless(
        OperatingSystem.IsLinux(), "Only on Linux are the certificates of a user in the home folder.");

    private async Task CreateCertificateAsync()
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using Process create = Start(new ProcessStartInfo(dotnet, ["dev-certs", "https"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        Task<string> output = create.StandardOutput.ReadToEndAsync(Cancel);
        string error = await create.StandardError.ReadToEndAsync(Cancel);
        await create.WaitForExitAsync(Cancel);
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
