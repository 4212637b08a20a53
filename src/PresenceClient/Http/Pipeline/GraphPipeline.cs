using PresenceClient.Diagnostics;

namespace PresenceClient.Http;

/// <summary>
/// Sends calls. Each attempt of a call gets the token, waits at the gate and is sent; transient failures are retried.
/// See <c>readme.md</c>.
/// </summary>
internal sealed class GraphPipeline
{
    private readonly TokenCache? _tokens;
    private readonly GraphEndpoint _endpoint;
    private readonly RequestGate _gate;
    private readonly CallTelemetry _telemetry;
    private readonly GraphAttempt _attempt;
    private readonly RetryPolicy _retry;
    private readonly TimeProvider _time;
    private readonly TimeSpan? _timeLimit;
    private volatile bool _isDisposed;

    /// <param name="send">How requests are sent.</param>
    /// <param name="tokens">The tokens; null if the adapter that sends the requests signs in.</param>
    /// <param name="endpoint">Where requests are sent.</param>
    /// <param name="gate">The gate that each attempt passes.</param>
    /// <param name="options">The validated options.</param>
    /// <param name="telemetry">Reports calls and attempts.</param>
    public GraphPipeline(
        SendRequest send,
        TokenCache? tokens,
        GraphEndpoint endpoint,
        RequestGate gate,
        PresenceClientOptions options,
        CallTelemetry telemetry)
    {
        (_tokens, _endpoint, _gate, _telemetry) = (tokens, endpoint, gate, telemetry);
        _attempt = new GraphAttempt(send, endpoint, tokens, new HoldBack(gate), options, telemetry);
        _retry = new RetryPolicy(options, telemetry);
        _time = options.TimeProvider;
        _timeLimit = CallRun.LimitOf(options.TotalTimeout);
    }

    /// <summary>Whether the client was disposed. Every call then throws, also one that is under way.</summary>
    public bool IsDisposed => _isDisposed;

    /// <summary>Starts the time that the calls for the pages of one chunk share.</summary>
    public CallTime StartTime() => new(_timeLimit, _time);

    /// <summary>Makes every call throw from now on.</summary>
    public void MarkDisposed() => _isDisposed = true;

    public void ThrowIfDisposed()
    {
        if (IsDisposed)
        {
            throw FailureFactory.Disposed();
        }
    }

    /// <summary>Sends a call, and reads the body of the answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="read">Reads the body; null if the status is sufficient: 200 and 204 mean the same.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="NotSupportedException">The cloud doesn't have the operation.</exception>
    public Task<T> SendAsync<T>(GraphCall call, BodyReader<T>? read, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        call.Operation.ThrowIfNotIn(_endpoint.Cloud);
        var run = new CallRun(call, call.Time ?? StartTime());
        return CallTrace.IsOn
            ? TraceAsync(run, read, cancellationToken)
            : AttemptsAsync(run, read, cancellationToken);
    }

    /// <summary>Sends a call whose answer has no body to read.</summary>
    public Task SendAsync(GraphCall call, CancellationToken cancellationToken) =>
        SendAsync<object?>(call, read: null, cancellationToken);

    /// <summary>Sends a call that ends something. Returns false if there is nothing to end (404).</summary>
    public async Task<bool> EndAsync(GraphCall call, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(call, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PresenceNotFoundException e)
        {
            // After a lost answer there is nothing to end, most likely because that attempt ended it.
            return e.MayBeDone;
        }
    }

    // A method of its own, so that a call without listeners allocates no closure.
    private Task<T> TraceAsync<T>(CallRun run, BodyReader<T>? read, CancellationToken cancellationToken) =>
        CallTelemetry.TraceAsync(run, () => AttemptsAsync(run, read, cancellationToken));

    private async Task<T> AttemptsAsync<T>(CallRun run, BodyReader<T>? read, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                GraphRequest request = run.Call.CreateRequest();
                CachedToken? token = await EnterAsync(run, cancellationToken).ConfigureAwait(false);

                // The client can be disposed while a call waits.
                ThrowIfDisposed();
                run.Call.OnAttempt?.Invoke();
                CancellationToken abort = run.Call.FinishesAttempts ? CancellationToken.None : cancellationToken;
                long start = _time.GetTimestamp();
                return await _telemetry.MeasureAsync(
                    run, start, _attempt.SendAsync(run, request, token, read, abort)).ConfigureAwait(false);
            }
            catch (PresenceException e)
            {
                ThrowIfDisposed();
                Ended(run, e);
                if (_retry.WaitAfter(run, e) is not { } next)
                {
                    throw;
                }

                wait = next;
            }

            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Ended(CallRun run, PresenceException failure)
    {
        run.MayBeDone |= failure.Retry is { MayBeDone: true };
        if (failure is PresenceThrottledException { StatusCode: not null })
        {
            run.Call.OnThrottled?.Invoke();
        }
        else if (failure is PresenceAuthenticationException { StatusCode: null, InnerException: { } cause })
        {
            _telemetry.SignInFailed(run, cause);
        }
    }

    // The token comes before the gate: signing in takes time, and an attempt that passed the gate is sent at once.
    private async ValueTask<CachedToken?> EnterAsync(CallRun run, CancellationToken cancellationToken)
    {
        run.IsChallenged = false;
        while (true)
        {
            CachedToken? token = null;
            if (_tokens is not null)
            {
                long start = _time.GetTimestamp();
                SignInResult result = await _tokens.GetAsync(run.Claims, cancellationToken).ConfigureAwait(false);
                run.LeaveOut(start);
                token = result.Token
                    ?? throw new FailureFactory(run, clientRequestId: null).SignInFailed(result.Failure!);
            }

            ValueTask<TimeSpan> entering = _gate.EnterAsync(run.LongestWait, run.Call.Lane, cancellationToken);
            bool waits = !entering.IsCompleted;
            TimeSpan tooLong = entering.IsCompletedSuccessfully
                ? entering.Result
                : await entering.ConfigureAwait(false);
            if (tooLong > TimeSpan.Zero)
            {
                throw new FailureFactory(run, clientRequestId: null).HeldBack(tooLong);
            }

            if (!waits || token is not { CameValid: true } || _time.GetUtcNow() < token.ValidUntil)
            {
                return token;
            }
        }
    }
}
