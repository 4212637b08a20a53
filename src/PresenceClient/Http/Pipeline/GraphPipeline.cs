using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Kiota.Abstractions;
using PresenceClient.Diagnostics;
using PresenceClient.Generated;

namespace PresenceClient.Http;

/// <summary>
/// The way of every call: refuse what the cloud lacks; then, for each attempt, get the token, wait at the gate and
/// send; retry transient failures. See <c>readme.md</c>.
/// </summary>
internal sealed class GraphPipeline
{
    private readonly CallTelemetry _telemetry;
    private readonly TokenCache? _tokens;
    private readonly GraphAttempt _attempt;
    private readonly RetryPolicy _retry;
    private readonly TimeSpan? _timeLimit;
    private volatile bool _isDisposed;

    /// <param name="send">How requests are sent.</param>
    /// <param name="credential">Signs in; null where the one who sends does.</param>
    /// <param name="endpoint">Where they go.</param>
    /// <param name="options">The checked options.</param>
    public GraphPipeline(
        SendRequest send, TokenCredential? credential, GraphEndpoint endpoint, PresenceClientOptions options)
    {
        Endpoint = endpoint;
        Writing = new RequestWriting(endpoint);
        Api = new GraphPresenceApi(Writing);
        ApplicationId = options.ApplicationId;
        Time = options.TimeProvider;
        Log = GuardedLogger.Create(options.LoggerFactory);
        _telemetry = new CallTelemetry(Time, Log);
        _timeLimit = CallRun.LimitOf(options.TotalTimeout);
        _tokens = credential is null ? null : new TokenCache(
            new TokenSource(credential, endpoint.Scope, options.SignInTimeout, Time), Time, Log);
        Gate = new RequestGate(options.MaxRequestsPer30Seconds, options.WaitWhenThrottled, Time);
        _attempt = new GraphAttempt(send, endpoint, _tokens, new HoldBack(Gate), options, _telemetry);
        _retry = new RetryPolicy(options, _telemetry);
    }

    public GraphPresenceApi Api { get; }

    /// <summary>What a generated request builder needs that is made by an address.</summary>
    public RequestWriting Writing { get; }

    public GraphEndpoint Endpoint { get; }

    public string? ApplicationId { get; }

    public RequestGate Gate { get; }

    public TimeProvider Time { get; }

    public ILogger Log { get; }

    /// <summary>Whether the client was disposed: then every call throws, also one that is under way.</summary>
    public bool IsDisposed => _isDisposed;

    /// <summary>The address of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="objectId">The object id that its path takes; null for a path without one.</param>
    public string AddressOf(GraphOperation operation, string? objectId) =>
        Endpoint.BaseAddress.AbsoluteUri + (objectId is null ? operation.Path : operation.PathFor(objectId));

    /// <summary>Starts the time of a call, for the calls of all its pages to share.</summary>
    public CallTime StartTime() => new(_timeLimit, Time);

    /// <summary>Makes every call throw from now on, because the client was disposed.</summary>
    public void MarkDisposed() => _isDisposed = true;

    public void ThrowIfDisposed()
    {
        if (IsDisposed)
        {
            throw FailureFactory.Disposed();
        }
    }

    /// <summary>Sends a call and reads the answer's body.</summary>
    public Task<T> SendAsync<T>(GraphCall call, BodyReader<T> read, CancellationToken cancellationToken) =>
        RunAsync(call, read, cancellationToken);

    /// <summary>Sends a call whose success is told by the status alone: 200 and 204 are the same.</summary>
    public Task SendAsync(GraphCall call, CancellationToken cancellationToken) =>
        RunAsync<object?>(call, null, cancellationToken);

    private Task<T> RunAsync<T>(GraphCall call, BodyReader<T>? read, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        var run = new CallRun(call, call.Time ?? StartTime());
        return CallTrace.IsOn
            ? TracedAsync(run, read, cancellationToken)
            : CallAsync(run, read, cancellationToken);
    }

    private Task<T> TracedAsync<T>(CallRun run, BodyReader<T>? read, CancellationToken cancellationToken) =>
        CallTelemetry.TraceAsync(run, () => CallAsync(run, read, cancellationToken));

    private async Task<T> CallAsync<T>(CallRun run, BodyReader<T>? read, CancellationToken cancellationToken)
    {
        run.Call.Operation.ThrowIfNotIn(Endpoint.Cloud);
        while (true)
        {
            TimeSpan wait;
            try
            {
                return await AttemptAsync(run, read, cancellationToken).ConfigureAwait(false);
            }
            catch (PresenceException e)
            {
                if (_retry.WaitAfter(run, e) is not { } next)
                {
                    throw;
                }

                wait = next;
            }

            await Task.Delay(wait, Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> AttemptAsync<T>(CallRun run, BodyReader<T>? read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // First, since it tells what is wrong with the caller's arguments.
            RequestInformation request = run.Call.CreateRequest();
            CachedToken? token = await EnterAsync(run, cancellationToken).ConfigureAwait(false);

            // The client can be disposed while a call waits.
            ThrowIfDisposed();
            return await (RequestMetrics.IsOn
                ? MeasuredAsync(run, request, token, read, cancellationToken)
                : _attempt.SendAsync(run, request, token, read, cancellationToken)).ConfigureAwait(false);
        }
        catch (PresenceException e)
        {
            ThrowIfDisposed();
            run.MayBeDone |= e.Retry is { MayBeDone: true };
            if (e is PresenceThrottledException { StatusCode: not null })
            {
                run.Call.OnThrottled?.Invoke();
            }
            else if (e is PresenceAuthenticationException { StatusCode: null, InnerException: { } cause })
            {
                _telemetry.SignInFailed(run, cause);
            }

            throw;
        }
    }

    private Task<T> MeasuredAsync<T>(CallRun run, RequestInformation request, CachedToken? token, BodyReader<T>? read,
        CancellationToken cancellationToken) =>
        _telemetry.MeasureAsync(run, () => _attempt.SendAsync(run, request, token, read, cancellationToken));

    // The token comes before the turn at the gate: signing in takes time, and what has passed the gate is sent then.
    private async ValueTask<CachedToken?> EnterAsync(CallRun run, CancellationToken cancellationToken)
    {
        (string? claims, run.Claims) = (run.Claims, null);
        while (true)
        {
            CachedToken? token = await SignInAsync(run, claims, cancellationToken).ConfigureAwait(false);
            ValueTask<TimeSpan> entering = Gate.EnterAsync(run.LongestWait, run.Call.Lane, cancellationToken);
            bool waits = !entering.IsCompleted;
            TimeSpan tooLong = await entering.ConfigureAwait(false);
            if (tooLong > TimeSpan.Zero)
            {
                throw new FailureFactory(run, clientRequestId: null).HeldBack(tooLong);
            }

            if (!waits || token is not { CameValid: true } || Time.GetUtcNow() < token.ValidUntil)
            {
                return token;
            }
        }
    }

    private async ValueTask<CachedToken?> SignInAsync(
        CallRun run, string? claims, CancellationToken cancellationToken)
    {
        if (_tokens is null)
        {
            return null;
        }

        long start = Time.GetTimestamp();
        SignInResult result = await _tokens.GetAsync(claims, cancellationToken).ConfigureAwait(false);
        run.LeaveOut(start);
        return result.Token
            ?? throw new FailureFactory(run, clientRequestId: null).SignInFailed(result.Failure!);
    }
}
