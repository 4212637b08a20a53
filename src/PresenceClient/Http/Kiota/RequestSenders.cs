using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace PresenceClient.Http;

/// <summary>Sends a request, and returns its answer with an unread body; null if the adapter returns none.</summary>
internal delegate Task<HttpResponseMessage?> SendRequest(
    RequestInformation request, CancellationToken cancellationToken);

/// <summary>The two ways to send a request.</summary>
internal static class RequestSenders
{
    /// <summary>
    /// Sends requests through an HTTP client, with a message that Kiota's adapter creates. The adapter does not send
    /// it, because it would answer a claims challenge by itself, past the token cache and the gate.
    /// </summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "An adapter with a given HTTP client needs no disposal.")]
    public static SendRequest Through(HttpClient client)
    {
        var adapter = new HttpClientRequestAdapter(
            new AnonymousAuthenticationProvider(),
            new JsonParseNodeFactory(),
            new JsonSerializationWriterFactory(),
            client,
            observabilityOptions: null,
            HttpVersion.Version20);
        return (request, cancellationToken) => SendAsync(adapter, client, request, cancellationToken);
    }

    /// <summary>Sends requests through the caller's adapter, which signs in and has an HTTP client.</summary>
    public static SendRequest Through(IRequestAdapter adapter) =>
        (request, cancellationToken) => SendAsync(adapter, request, cancellationToken);

    private static async Task<HttpResponseMessage?> SendAsync(
        HttpClientRequestAdapter adapter,
        HttpClient client,
        RequestInformation request,
        CancellationToken cancellationToken)
    {
        using HttpRequestMessage? message = await adapter
            .ConvertToNativeRequestAsync<HttpRequestMessage>(request, cancellationToken).ConfigureAwait(false);
        return await client.SendAsync(message!, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
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
