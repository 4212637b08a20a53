using System.Net;
using PresenceClient.Soak.Watching.Tenant;

namespace PresenceClient.Soak.Watching.Service;

/// <summary>
/// The network between the client and the service: it takes time, and records the answers that arrive completely.
/// </summary>
internal sealed class AnswerTap(HttpMessageHandler service, TenantHistory history, TimeProvider time, Random random)
    : DelegatingHandler(service)
{
    private const string BulkRead = "/communications/getPresencesByUserId";

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await LagAsync(cancellationToken);
        byte[]? question = null;
        if (request.RequestUri!.AbsolutePath.EndsWith(BulkRead, StringComparison.Ordinal))
        {
            await request.Content!.LoadIntoBufferAsync(cancellationToken);
            question = await request.Content.ReadAsByteArrayAsync(cancellationToken);
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await LagAsync(cancellationToken);
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

    // Half of the messages take no time, so that many arrive in the same step of the clock.
    private Task LagAsync(CancellationToken cancellationToken)
    {
        TimeSpan lag;
        lock (random)
        {
            lag = random.Chance(0.5) ? TimeSpan.Zero : random.Between(0, 2);
        }

        return lag == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(lag, time, cancellationToken);
    }
}
