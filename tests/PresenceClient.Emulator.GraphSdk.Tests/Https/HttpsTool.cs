using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PresenceClient.TestSupport;

namespace PresenceClient.Emulator.GraphSdk.Tests.Https;

/// <summary>The emulator's tool as a process, serving https with a certificate that it writes to a file.</summary>
internal sealed class HttpsTool : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private HttpsTool(Process process, DirectoryInfo folder, Uri graph)
    {
        (_process, _folder, Root) = (process, folder, new Uri(graph, "/"));
        Http = TrustingClient.Create(X509CertificateLoader.LoadCertificateFromFile(CertificateFile));
    }

    /// <summary>Scheme, host and port, which are the authority host of sign-in.</summary>
    public Uri Root { get; }

    public string CertificateFile => FileIn(_folder);

    /// <summary>A client that trusts the file.</summary>
    public HttpClient Http { get; }

    public static async Task<HttpsTool> StartAsync(int users, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("presence-");
        Process process = Process.Start(BuiltProgram.StartInfo(
            "presence-emulator.dll", "--port", "0", "--quiet", "--https", "--certificate-out", FileIn(folder),
            "--users", $"{users}"))!;
        string? line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return line is null
            ? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(cancellationToken))
            : new HttpsTool(process, folder, new Uri(line));
    }

    /// <summary>The tenant's id, and the id and secret of its application.</summary>
    public async Task<(string TenantId, string ClientId, string Secret)> ReadTenantAsync(CancellationToken cancellation)
    {
        using var tenant = JsonDocument.Parse(await Http.GetStringAsync(new Uri(Root, "_emulator"), cancellation));
        JsonElement application = tenant.RootElement.GetProperty("apps")[0];
        return (
            tenant.RootElement.GetProperty("tenantId").GetString()!,
            application.GetProperty("clientId").GetString()!,
            application.GetProperty("clientSecret").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string FileIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "emulator.pem");
}
