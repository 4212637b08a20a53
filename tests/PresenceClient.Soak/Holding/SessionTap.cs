using System.Net;
using System.Text.Json;
using PresenceClient.Soak.Emulated;

namespace PresenceClient.Soak.Holding;

/// <summary>
/// The network between a process and the service: it takes time, and records what becomes of the user's sessions.
/// </summary>
internal sealed class SessionTap(
    HttpMessageHandler service, SessionLedger ledger, UserNumbers numbers, NetworkLag lag) : DelegatingHandler(service)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await lag.WaitAsync(cancellationToken);
        (int user, string state) = await ReadAsync(request, cancellationToken);
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (Exception)
        {
            ledger.NoteUnsure(user, state);
            throw;
        }

        if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotFound)
        {
            ledger.NoteDone(user, state);
        }
        else if (state == DeclaredUser.Offline)
        {
            // The client cannot know that a clear which fails has no effect.
            ledger.NoteUnsure(user, state);
        }

        await lag.WaitAsync(cancellationToken);
        return response;
    }

    private async Task<(int User, string State)> ReadAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string[] path = request.RequestUri!.AbsolutePath.Split('/');
        int user = numbers.Find(path[^3])
            ?? throw new InvalidOperationException($"'{request.RequestUri}' is not a write of a session.");
        if (path[^1] == "clearPresence")
        {
            return (user, DeclaredUser.Offline);
        }

        await request.Content!.LoadIntoBufferAsync(cancellationToken);
        using var body = JsonDocument.Parse(await request.Content.ReadAsByteArrayAsync(cancellationToken));
        return (user, $"{body.RootElement.GetProperty("availability")}/{body.RootElement.GetProperty("activity")}");
    }
}
