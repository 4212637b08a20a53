using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace PresenceService.Load;

/// <summary>
/// A browser's stream of a tenant, which reconnects as a browser does. Each state that it receives must have been
/// visible, at a moment not before that of the user's state before it.
/// </summary>
internal sealed class LoadStream(HttpClient http, LoadTenant tenant)
{
    private static readonly TimeSpan Reconnect = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LoadUser> _users =
        tenant.Users.ToDictionary(user => user.Id, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, (Shown Shown, long At)> _last = new(StringComparer.OrdinalIgnoreCase);
    private string? _lastEventId;

    /// <summary>How many states it has received.</summary>
    public int States { get; private set; }

    /// <summary>How many of them were wrong.</summary>
    public int Wrong { get; private set; }

    /// <summary>Reads until it is stopped.</summary>
    public async Task ReadAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ReadOnceAsync(stop);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // As a browser: a while later, from the last id.
            }

            await Task.Delay(Reconnect, CancellationToken.None);
        }
    }

    /// <summary>Takes an event.</summary>
    public void Take(string name, string data)
    {
        if (name is not ("initial" or "change"))
        {
            return;
        }

        using var parsed = JsonDocument.Parse(data);
        foreach (JsonElement user in parsed.RootElement.GetProperty("users").EnumerateArray())
        {
            var shown = new Shown(Text(user, "availability"), Text(user, "activity"));
            lock (_gate)
            {
                Take(_users[user.GetProperty("id").GetString()!], shown);
            }
        }
    }

    /// <summary>How many of these users it shows in a state that is not visible now, or not at all.</summary>
    public int CountLost(IEnumerable<string> ids)
    {
        long now = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            return ids.Count(id => !_last.TryGetValue(id, out (Shown Shown, long At) last)
                || !_users[id].Had(last.Shown, now, now));
        }
    }

    private void Take(LoadUser user, Shown shown)
    {
        States++;
        long from = _last.TryGetValue(user.Id, out (Shown Shown, long At) last) ? last.At : long.MinValue;
        long? at = user.FirstMomentOf(shown, from, Stopwatch.GetTimestamp());
        Wrong += at is null ? 1 : 0;
        _last[user.Id] = (shown, at ?? from);
    }

    private async Task ReadOnceAsync(CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{tenant.Name}/events");
        if (_lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", _lastEventId);
        }

        using HttpResponseMessage answer =
            await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        answer.EnsureSuccessStatusCode();
        await using Stream body = await answer.Content.ReadAsStreamAsync(stop);
        await foreach (SseItem<string> item in SseParser.Create(body).EnumerateAsync(stop))
        {
            Take(item.EventType, item.Data);
            _lastEventId = item.EventId ?? _lastEventId;
        }
    }

    private static string? Text(JsonElement user, string name) =>
        user.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
