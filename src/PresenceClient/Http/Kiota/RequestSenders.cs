using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Http;

/// <summary>Sends a request, and returns its answer with an unread body; null if the adapter returns none.</summary>
internal delegate Task<HttpResponseMessage?> SendRequest(
    GraphRequest request, RequestHeaders headers, CancellationToken cancellationToken);

/// <summary>The two ways to send a request.</summary>
internal static class RequestSenders
{
    private const string ContentType = "Content-Type";

    /// <summary>Sends requests through an HTTP client.</summary>
    /// <param name="client">The HTTP client.</param>
    /// <param name="isOwn">Whether the client and all its handlers are this package's own.</param>
    /// <remarks>
    /// Kiota's adapter is not used: it would answer a claims challenge by itself, past the token cache and the gate.
    /// </remarks>
    public static SendRequest Through(HttpClient client, bool isOwn = false) =>
        (request, headers, cancellationToken) =>
        {
            HttpRequestMessage message = CreateMessage(request, headers);
            if (!isOwn)
            {
                KiotaHandlers.SwitchOff(message);
            }

            return client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)!;
        };

    /// <summary>Sends requests through the caller's adapter, which signs in and has an HTTP client.</summary>
    public static SendRequest Through(IRequestAdapter adapter) =>
        (request, headers, cancellationToken) => SendAsync(adapter, CreateRequest(request, headers), cancellationToken);

    [SuppressMessage("Reliability", "CA2000", Justification = "A message without a file needs no disposal.")]
    private static HttpRequestMessage CreateMessage(GraphRequest request, RequestHeaders headers)
    {
        var message = new HttpRequestMessage(request.Method, request.Address)
        {
            Version = HttpVersion.Version20,
        };
        headers.AddTo(message.Headers, static (to, name, value) => to.TryAddWithoutValidation(name, value));
        if (request.Body is not null)
        {
            message.Content = new StreamContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation(ContentType, GraphRequest.Json);
        }

        return message;
    }

    private static RequestInformation CreateRequest(GraphRequest request, RequestHeaders headers)
    {
        var information = new RequestInformation
        {
            HttpMethod = Enum.Parse<Method>(request.Method.Method),
            UrlTemplate = "{+baseurl}" + headers.Operation.Path,
            URI = request.Address,
        };
        headers.AddTo(information.Headers, static (to, name, value) => to.TryAdd(name, value));
        if (request.Body is not null)
        {
            information.SetStreamContent(request.Body, GraphRequest.Json);
        }

        KiotaHandlers.SwitchOff(information);
        return information;
    }

    private static async Task<HttpResponseMessage?> SendAsync(
        IRequestAdapter adapter, RequestInformation request, CancellationToken cancellationToken)
    {
        var native = new NativeResponseHandler();
        request.SetResponseHandler(native);

        // As a stream, because then Kiota's adapter does not read the body. The native handler makes the stream null.
        Task<Stream?> sending = adapter.SendPrimitiveAsync<Stream>(request, null, cancellationToken);
        try
        {
            // The adapter's sign-in can ignore the cancellation token.
            Stream? body = await sending.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (body is not null)
            {
                await body.DisposeAsync().ConfigureAwait(false);
            }

            return native.Value as HttpResponseMessage;
        }
        catch (OperationCanceledException)
        {
            _ = DisposeLaterAsync(sending, native);
            throw;
        }
    }

    private static async Task DisposeLaterAsync(Task sending, NativeResponseHandler native)
    {
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        (native.Value as HttpResponseMessage)?.Dispose();
    }
}
