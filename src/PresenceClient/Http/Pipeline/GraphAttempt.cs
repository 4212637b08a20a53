using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Identity;

namespace PresenceClient.Http;

/// <summary>
/// Sends an attempt: one HTTP exchange, under one time limit from sending to the last byte of the body. Every failure
/// is thrown as a <see cref="PresenceException"/>, or as the caller's own cancellation.
/// </summary>
internal sealed class GraphAttempt(
    SendRequest send,
    GraphEndpoint endpoint,
    TokenCache? tokens,
    HoldBack holdBack,
    PresenceClientOptions options,
    CallTelemetry telemetry)
{
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly TimeSpan? _timeLimit = CallRun.LimitOf(options.AttemptTimeout);
    private readonly TimeSpan _maxRetryAfter = options.MaxRetryAfter;

    public async Task<T> SendAsync<T>(
        CallRun run,
        GraphRequest request,
        CachedToken? token,
        BodyReader<T>? read,
        CancellationToken cancellationToken)
    {
        if (!endpoint.IsOwn(request.Address))
        {
            throw new UnreachableException("A request is sent only to the endpoint. All addresses were checked.");
        }

        run.Attempts++;
        run.Status = 0;
        var headers = new RequestHeaders(run.Call.Operation, token?.Header);
        var failures = new FailureFactory(run, headers.ClientRequestId);
        using var limit = new AttemptLimit(run, _timeLimit, _time, cancellationToken);
        try
        {
            int wave = holdBack.Wave;
            using HttpResponseMessage response =
                await send(request, headers, limit.Token).ConfigureAwait(false) ?? throw failures.NoResponse();
            run.Status = (short)response.StatusCode;
            if (response.RequestMessage?.RequestUri is { } answering && !ReferenceEquals(answering, request.Address)
                && !endpoint.IsOwn(answering))
            {
                throw failures.Redirected(response.StatusCode);
            }

            if (!response.IsSuccessStatusCode)
            {
                throw await RefusedAsync(run, response, wave, token, failures, limit.Token).ConfigureAwait(false);
            }

            holdBack.End(wave);
            return read is null
                ? default!
                : await ReadAsync(response, read, failures, limit.Token).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Without the inner exception, which adds nothing and can name users.
            throw new OperationCanceledException($"{run.Call.Operation.Name} was cancelled.", cancellationToken);
        }
        catch (PresenceException)
        {
            throw;
        }
        catch (Exception e) when (limit.Token.IsCancellationRequested)
        {
            // The limit aborted the connection, whatever exception that caused.
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
            // Any other exception of the adapter, a handler of the host or the connection.
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
            return read(body.Utf8, failures);
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

    // The headers take effect before the body is read, which can take time.
    private async Task<PresenceException> RefusedAsync(
        CallRun run,
        HttpResponseMessage response,
        int wave,
        CachedToken? token,
        FailureFactory failures,
        CancellationToken cancellationToken)
    {
        RetryAfter? asked = RetryAfter.Read(response.Headers, _maxRetryAfter, _time);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            run.HoldBack = holdBack.Begin(wave, asked?.Wait);
            telemetry.HeldBack(run);
        }
        else
        {
            holdBack.End(wave);
        }

        string? claims = null;
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            claims = ClaimsChallenge.Read(response.Headers);
            if (token is not null)
            {
                Rejected(run, token, claims);
            }
        }

        return await failures.RefusedAsync(response, asked, claims is not null, cancellationToken)
            .ConfigureAwait(false);
    }

    private void Rejected(CallRun run, CachedToken token, string? claims)
    {
        tokens!.Drop(token);
        if (claims is not null && run.Claims is null)
        {
            (run.Claims, run.IsChallenged) = (claims, true);
        }
    }
}
