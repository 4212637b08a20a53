using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using PresenceClient.Emulator;
using PresenceClient.TestSupport;

namespace PresenceService.Tests.Hosting;

/// <summary>
/// The built program, which only its configuration connects to an emulator over https. It signs in with Azure.Identity,
/// and sees nothing of the test but the address, the application and the certificate.
/// </summary>
public sealed class HttpsTenantTests : IDisposable
{
    // In milliseconds. Processes can hang, and this ends their tests.
    private const int Limit = 300_000;

    private const string Listening = "Now listening on: ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("presence-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact(Timeout = Limit)]
    public async Task Configuration_WithALoopbackAuthority_SignsInAndReads()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux does .NET trust the certificates of a file.");
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using PresenceEmulator graph = await PresenceEmulator.StartAsync(
            options => options.Https = HttpsCertificate.SelfSigned, stop);
        string trusted = Path.Combine(_folder.FullName, "trusted.pem");
        await File.WriteAllTextAsync(trusted, graph.Certificate!.ExportCertificatePem(), stop);
        using Process service = Start(graph, trusted);
        try
        {
            using var http = new HttpClient { BaseAddress = await ReadAddressAsync(service, stop) };
            string id = graph.Users[0].Id;

            using HttpResponseMessage response =
                await http.GetAsync(new Uri($"adatum/presence/{id}", UriKind.Relative), stop);

            JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(stop);
            ((int)response.StatusCode).Should().Be(200, $"{answer}");
            answer.GetProperty("id").GetString().Should().Be(id);
            graph.Requests.Should().ContainSingle();
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(PresenceEmulator graph, string trusted)
    {
        (string Key, string Value)[] tenant =
        [
            ("BaseAddress", graph.BaseAddress.AbsoluteUri),
            ("MaxRetries", "0"),
            ("Credential:Kind", "ClientSecret"),
            ("Credential:TenantId", graph.TenantId),
            ("Credential:ClientId", graph.Application.ClientId),
            ("Credential:ClientSecret", graph.Application.ClientSecret),
            ("Credential:AuthorityHost", new Uri(graph.BaseAddress, "/").AbsoluteUri),
        ];
        IEnumerable<string> settings = tenant.SelectMany(it => (string[])[$"--Tenants:adatum:{it.Key}", it.Value]);
        ProcessStartInfo start =
            BuiltProgram.StartInfo("PresenceService.dll", ["--Urls", "http://127.0.0.1:0", .. settings]);
        start.Environment["SSL_CERT_FILE"] = trusted;
        start.Environment["SSL_CERT_DIR"] = Path.GetDirectoryName(trusted);
        // Nothing listens there: requests that take the proxy fail.
        start.Environment["HTTPS_PROXY"] = "http://127.0.0.1:9";
        start.Environment["NO_PROXY"] = "";
        return Process.Start(start)!;
    }

    private static async Task<Uri> ReadAddressAsync(Process service, CancellationToken stop)
    {
        var said = new List<string>();
        while (await service.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var start)
            {
                // The rest is read, so that the service does not wait for its reader.
                _ = service.StandardOutput.ReadToEndAsync(stop);
                _ = service.StandardError.ReadToEndAsync(stop);
                return new Uri(line[(start + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException(
            $"{string.Join('\n', said)}\n{await service.StandardError.ReadToEndAsync(stop)}");
    }
}
