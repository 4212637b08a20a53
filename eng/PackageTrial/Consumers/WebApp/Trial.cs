using System.Text.Json;
using PresenceClient;

namespace WebApp;

/// <summary>Calls the service as its users do, and checks the answers.</summary>
internal sealed class Trial(WebApplication app)
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = new Uri(app.Urls.First()),
        Timeout = TimeSpan.FromMinutes(1),
    };

    /// <summary>Returns the exit code: 0 if all answers are right.</summary>
    public async Task<int> RunAsync(string[] tenants)
    {
        var names = new List<string>();
        foreach (string tenant in tenants)
        {
            names.Add(await ReadAsync(tenant));
        }

        string health = await _http.GetStringAsync(new Uri("/health", UriKind.Relative));
        Console.WriteLine($"{string.Join(" and ", names)}; health: {health}.");
        return names is ["Adele Vance", "Alex Wilber"] && health == "Healthy" ? 0 : 1;
    }

    // Returns the name of the tenant's first user, whose state the events must have.
    private async Task<string> ReadAsync(string tenant)
    {
        JsonElement users = await GetAsync($"/{tenant}/users");
        JsonElement user = users.EnumerateArray().First();
        string id = user.GetProperty("id").GetString()!;
        JsonElement presence = await GetAsync($"/{tenant}/users/{id}");

        PresenceWatch watch = app.Services.GetRequiredKeyedService<PresenceWatch>(tenant);
        watch.Users.Add(id);
        string initial = await FirstEventAsync($"/{tenant}/events?ids={id}");
        JsonElement sent = JsonDocument.Parse(initial).RootElement.GetProperty("users")[0];
        return sent.GetProperty("id").GetString() == id
            && sent.GetProperty("availability").GetString() == presence.GetProperty("availability").GetString()
                ? user.GetProperty("displayName").GetString()!
                : $"{tenant} sent {initial}";
    }

    private async Task<JsonElement> GetAsync(string path) =>
        await _http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    // Returns the data of the first event that has users.
    private async Task<string> FirstEventAsync(string path)
    {
        using HttpResponseMessage response = await _http.GetAsync(
            new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal) && line.Contains("\"users\":[{"))
            {
                return line["data: ".Length..];
            }
        }

        throw new InvalidOperationException($"{path} ended without users.");
    }
}
