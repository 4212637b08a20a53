using System.Net.Http.Json;

namespace PresenceClient.Soak.Emulated;

/// <summary>
/// Asks the service for all users, without the client. After a fault it asks again; in an outage it
/// gives up.
/// </summary>
internal sealed class Census(HttpClient http, UserNumbers numbers, Action<byte[]> note)
{
    private const int MostIds = 650;

    private const int MostTries = 20;

    private static readonly Uri Path = new("https://graph.microsoft.com/v1.0/communications/getPresencesByUserId");

    /// <summary>Takes it, and returns whether it is complete.</summary>
    public async Task<bool> TakeAsync()
    {
        foreach (int[] users in Enumerable.Range(0, numbers.Count).Chunk(MostIds))
        {
            byte[]? answer = null;
            for (int i = 0; answer is null && i < MostTries; i++)
            {
                answer = await AskAsync(users);
            }

            if (answer is null)
            {
                return false;
            }

            note(answer);
        }

        return true;
    }

    private async Task<byte[]?> AskAsync(int[] users)
    {
        try
        {
            using HttpResponseMessage response =
                await http.PostAsJsonAsync(Path, new { ids = users.Select(numbers.IdOf) });
            return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
