using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Identity;
using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Http;

/// <summary>
/// One request and its answer, under one time limit that covers sending and the last byte of the body.
/// Whatever goes wrong leaves as a <see cref="PresenceException"/>, or as the caller's own cancellation.
/// </summary>
internal sealed class GraphAttempt(
    IRequestAdapter adapter, GraphEndpoint endpoint, TimeSpan timeLimit, TimeProvider time)
{
    public async Task<T> RunAsync<T>(
        CallRun run, RequestInformation request, BodyReader<T>? read, CancellationToken cancellationToken)
    {
        run.Status = 0;
        var failures = new FailureFactory(run, RequestHeaders.Add(request), time);
        using var limit = new AttemptLimit(run, timeLimit, time);
        request.AddRequestOptions([limit]);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using HttpResponseMessage response = await SendAsync(request, failures, either.Token).ConfigureAwait(false);
            run.Status = (short)response.StatusCode;
            if (response.RequestMessage?.RequestUri is { } answering && !endpoint.IsOwn(answering))
            {
                throw failures.Redirected(response.StatusCode);
            }

            if (!response.IsSuccessStatusCode)
            {
                throw await failures.RefusedAsync(response, either.Token).ConfigureAwait(false);
            }

            return read is null
                ? default!
                : await ReadAsync(response, read, failures, either.Token).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Without what was thrown on the way, which says nothing more and can name users.
            throw new OperationCanceledException($"{run.Call.Operation.Name} was cancelled.", cancellationToken);
        }
        catch (PresenceException)
        {
            throw;
        }
        catch (Exception e) when (limit.Token.IsCancellationRequested)
        {
            // Whatever an aborted connection throws, it is the limit that aborted it.
            throw failures.TimedOut(e, limit);
        }
        catch (OperationCanceledException e)
        {
            throw failures.GivenUp(e);
        }
        catch (AuthenticationFailedException e)
        {
            throw failures.SignInFailed(e);
        }
        catch (Exception e)
        {
            // Whatever else the adapter, a handler of the host's or the connection throws.
            throw failures.Broken(e);
        }
    }

    private static async Task<T> ReadAsync<T>(
        HttpResponseMessage response, BodyReader<T> read, FailureFactory failures, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType is { } type && !IsJson(type))
        {
            throw failures.NotJson(response.StatusCode, type.MediaType);
        }

        using ResponseBody body =
            await ResponseBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        try
        {
            return read(body.Utf8);
        }
        catch (JsonException e)
        {
            throw failures.Malformed(response.StatusCode, e);
        }
    }

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType is { } media &&
        (media.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || media.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private async Task<HttpResponseMessage> SendAsync(
        RequestInformation request, FailureFactory failures, CancellationToken cancellationToken)
    {
        var native = new NativeResponseHandler();
        request.SetResponseHandler(native);

        // As a stream, since only then does Kiota's adapter leave the body unread; the native handler makes it null.
        Stream? body = await adapter.SendPrimitiveAsync<Stream>(request, null, cancellationToken).ConfigureAwait(false);
        if (body is not null)
        {
            await body.DisposeAsync().ConfigureAwait(false);
        }

        return native.Value as HttpResponseMessage ?? throw failures.NoResponse();
    }
}
