using System.Diagnostics.CodeAnalysis;
using System.Net;
using PresenceClient.Soak.Emulated;

namespace PresenceClient.Soak.Notifying;

/// <summary>Counts the requests of the watch, and notes what their answers say of each user.</summary>
internal sealed class PollTap(HttpMessageHandler service, UserNumbers numbers) : DelegatingHandler(service)
{
    private readonly AnswerReader _reader = new(numbers);
    private readonly Look?[] _answered = new Look?[numbers.Count];
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Whether the latest answer about a user says this.</summary>
    public bool Says(int user, Look look) => Volatile.Read(ref _answered[user]) == look;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK
            && request.RequestUri!.AbsolutePath.EndsWith("/getPresencesByUserId", StringComparison.Ordinal))
        {
            await NoteAsync(response.Content, cancellationToken);
        }

        return response;
    }

    [SuppressMessage("Usage", "CA2215", Justification = "The factory disposes old handlers. All clients share this.")]
    protected override void Dispose(bool disposing)
    {
    }

    private async Task NoteAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(cancellationToken);
            byte[] body = await content.ReadAsByteArrayAsync(cancellationToken);
            lock (_reader)
            {
                foreach (TenantEntry entry in _reader.ReadAnswer(body))
                {
                    Volatile.Write(ref _answered[entry.User], NotifyingStage.PairOf(entry.Look));
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Text.Json.JsonException)
        {
            // An answer that breaks off tells nothing. The client sees the same exception.
        }
    }
}
