using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace PresenceClient.Http;

/// <summary>Sends a request and returns its answer, the body unread; null where the adapter hands over none.</summary>
internal delegate Task<HttpResponseMessage?> SendRequest(
    RequestInformation request, CancellationToken cancellationToken);

/// <summary>The two ways to send what Kiota's request builders make.</summary>
internal static class RequestSenders
{
    /// <summary>
    /// Through an HTTP client, with a message that Kiota's adapter makes. The adapter does not send it: it would answer
    /// a claims challenge by itself, past the token cache and the gate.
    /// </summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "An adapter over a given client holds nothing.")]
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

    /// <summary>Through an adapter of the caller's, which signs in and has its HTTP client.</summary>
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

        // As a stream, since only then does Kiota's adapter leave the body unread; the native handler makes it null.
        Task<Stream?> sending = adapter.SendPrimitiveAsync<Stream>(request, null, cancellationToken);
        try
        {
            // Its sign-in can ignore the token.
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
