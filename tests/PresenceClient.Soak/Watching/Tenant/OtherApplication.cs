using System.Net.Http.Json;
using PresenceClient.Emulator;

namespace PresenceClient.Soak.Watching.Tenant;

/// <summary>
/// Another application that writes presences, without the client. It does not retry: a fault means that nothing is
/// written.
/// </summary>
internal sealed class OtherApplication(HttpClient http, PresenceEmulator emulator, Random random)
{
    // The emulator remembers each user who was written to, so that they are always the same.
    private const int WrittenShare = 20;

    private static readonly string[] Messages = ["Back at 15:00", "In a workshop", "\"Quoted\" \\ ünïcödé 🚀", ""];

    /// <summary>The number of writes that took effect.</summary>
    public int Writes { get; private set; }

    /// <summary>Writes the presence of one user.</summary>
    public async Task WriteAsync()
    {
        string id = emulator.Users[random.Next(emulator.Users.Count / WrittenShare) * WrittenShare].Id;
        (string action, object body) = Draw();
        var address = new Uri($"https://graph.microsoft.com/v1.0/users/{id}/presence/{action}");
        try
        {
            using HttpResponseMessage response = await http.PostAsJsonAsync(address, body);
            Writes += response.IsSuccessStatusCode ? 1 : 0;
        }
        catch (HttpRequestException)
        {
            // The service has reset the connection.
        }
    }

    private (string Action, object Body) Draw() => random.Next(4) switch
    {
        0 => ("setStatusMessage", new
        {
            statusMessage = new { message = new { content = random.Pick(Messages), contentType = "text" } },
        }),
        1 => ("setUserPreferredPresence", new
        {
            availability = "DoNotDisturb",
            activity = "DoNotDisturb",
            expirationDuration = "PT10M",
        }),
        2 => ("clearUserPreferredPresence", new { }),
        _ => ("setPresence", new
        {
            sessionId = emulator.Application.ClientId,
            availability = "DoNotDisturb",
            activity = "Presenting",
            expirationDuration = "PT5M",
        }),
    };
}
