using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace PresenceClient.Benchmarks.LargeRead;

/// <summary>The emulator's tool in a separate process, so that its cost is not measured.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private EmulatorProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>The address of the emulated Graph.</summary>
    public Uri Address { get; }

    public static async Task<EmulatorProcess> StartAsync(int users, CancellationToken cancellationToken)
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "presence-emulator.dll");
        Process process = Process.Start(new ProcessStartInfo(
            "dotnet", [tool, "--port", "0", "--quiet", "--limit", "0", "--users", $"{users}"])
        {
            RedirectStandardOutput = true,
        })!;
        string? address = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return new EmulatorProcess(process, new Uri(
            address ?? throw new InvalidOperationException("The emulator ended before it served.")));
    }

    /// <summary>The object ids of all users.</summary>
    public async Task<string[]> ReadIdsAsync(CancellationToken cancellationToken)
    {
        JsonElement users = await ReadControlAsync("users", cancellationToken);
        return [.. users.GetProperty("value").EnumerateArray().Select(user => user.GetProperty("id").GetString()!)];
    }

    /// <summary>A token of the seeded application.</summary>
    public async Task<string> SignInAsync(CancellationToken cancellationToken)
    {
        JsonElement tenant = await ReadControlAsync("", cancellationToken);
        JsonElement application = tenant.GetProperty("apps")[0];
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = application.GetProperty("clientId").GetString()!,
            ["client_secret"] = application.GetProperty("clientSecret").GetString()!,
            ["scope"] = "https://graph.microsoft.com/.default",
        });
        using HttpResponseMessage answer = await http.PostAsync(
            new Uri(Address, $"/{tenant.GetProperty("tenantId").GetString()}/oauth2/v2.0/token"), form,
            cancellationToken);
        answer.EnsureSuccessStatusCode();
        JsonElement token = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return token.GetProperty("access_token").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<JsonElement> ReadControlAsync(string path, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        return await http.GetFromJsonAsync<JsonElement>(new Uri(Address, $"/_emulator/{path}"), cancellationToken);
    }
}
