using System.Net;
using PresenceClient.Soak.Emulated;
using PresenceClient.Soak.Watching.Tenant;

namespace PresenceClient.Soak.Watching.Service;

/// <summary>
/// The network between the client and the service: it takes time, and records the answers that arrive completely.
/// </summary>
internal sealed class AnswerTap(HttpMessageHandler service, TenantHistory history, NetworkLag lag)
    : DelegatingHandler(service)
{
    private const string BulkRead = "/communications/getPresencesByUserId";

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await lag.WaitAsync(cancellationToken);
        byte[]? question = null;
        if (request.RequestUri!.AbsolutePath.EndsWith(BulkRead, StringComparison.Ordinal))
        {
            await request.Content!.LoadIntoBufferAsync(cancellationToken);
            question = await request.Content.ReadAsByteArrayAsync(cancellationToken);
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await lag.WaitAsync(cancellationToken);
        if (question is not null && response.StatusCode == HttpStatusCode.OK)
        {
            await TapAsync(response, question, cancellationToken);
        }

        return response;
    }

    private async Task TapAsync(HttpResponseMessage response, byte[] question, CancellationToken cancellationToken)
    {
        HttpContent answer = response.Content;
        Stream body = await answer.ReadAsStreamAsync(cancellationToken);
        var tapped = new StreamContent(new TappedBody(body, whole => history.NoteAnswer(question, whole)));
        foreach ((string name, IEnumerable<string> values) in answer.Headers)
        {
            tapped.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content = tapped;
    }
}
