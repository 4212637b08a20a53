using Microsoft.Extensions.Logging;
using Microsoft.Kiota.Abstractions;
using PresenceClient.Diagnostics;
using PresenceClient.Generated;

namespace PresenceClient.Http;

/// <summary>
/// What every call goes through, above Kiota's adapter: refuse what the cloud lacks; then, for each attempt, wait at
/// the gate and send; retry what may pass. See <c>readme.md</c>.
/// </summary>
internal sealed partial class GraphPipeline
{
    private readonly GraphAttempt _attempt;
    private readonly RequestGate _gate;
    private readonly RetryPolicy _retry;
    private readonly TimeSpan _timeLimit;

    public GraphPipeline(IRequestAdapter adapter, GraphEndpoint endpoint, PresenceClientOptions options)
    {
        Endpoint = endpoint;
        Writing = new RequestWriting(endpoint);
        Api = new GraphPresenceApi(Writing);
        ApplicationId = options.ApplicationId;
        Time = options.TimeProvider;
        Log = GuardedLogger.Create(options.LoggerFactory);
        _timeLimit = LimitOf(options.TotalTimeout);
        _attempt = new GraphAttempt(adapter, endpoint, LimitOf(options.AttemptTimeout), Time);
        _gate = new RequestGate(options.MaxRequestsPer30Seconds, options.WaitWhenThrottled, Time);
        _retry = new RetryPolicy(options, _gate, Log);
    }

    /// <summary>The generated request builders.</summary>
    public GraphPresenceApi Api { get; }

    /// <summary>What a generated request builder needs that is made by an address.</summary>
    public RequestWriting Writing { get; }

    public GraphEndpoint Endpoint { get; }

    public string? ApplicationId { get; }

    public TimeProvider Time { get; }

    public ILogger Log { get; }

    /// <summary>The address of an operation on one object.</summary>
    public string AddressOf(GraphOperation operation, string objectId) =>
        Endpoint.BaseAddress.AbsoluteUri + operation.PathFor(objectId);

    /// <summary>Sends a call and reads the answer's body.</summary>
    public Task<T> SendAsync<T>(GraphCall call, BodyReader<T> read, CancellationToken cancellationToken) =>
        RunAsync(call, read, cancellationToken);

    /// <summary>Sends a call whose success is told by the status alone: 200 and 204 are the same.</summary>
    public Task SendAsync(GraphCall call, CancellationToken cancellationToken) =>
        RunAsync<object?>(call, null, cancellationToken);

    private static TimeSpan LimitOf(TimeSpan option) =>
        option == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : option;

    private Task<T> RunAsync<T>(GraphCall call, BodyReader<T>? read, CancellationToken cancellationToken)
    {
        var run = new CallRun(call, _timeLimit, Time);
        return CallTrace.IsOn
            ? TracedAsync(run, read, cancellationToken)
            : CallAsync(run, read, cancellationToken);
    }

    private async Task<T> CallAsync<T>(CallRun run, BodyReader<T>? read, CancellationToken cancellationToken)
    {
        GraphOperation operation = run.Call.Operation;
        if (operation.GlobalCloudOnly && Endpoint.Cloud != GraphCloud.Global)
        {
            throw new NotSupportedException($"{operation.Name} does not exist in the cloud {Endpoint.Cloud}; "
                + $"only {GraphCloud.Global} has it.");
        }

        PresenceException first;
        try
        {
            // Nearly every call ends here, and pays nothing for the possibility of a second attempt.
            return await AttemptAsync(run, read, cancellationToken).ConfigureAwait(false);
        }
        catch (PresenceException e) when (_retry.Takes(e))
        {
            first = e;
        }

        return await RetryAsync(run, first, read, cancellationToken).ConfigureAwait(false);
    }

    private Task<T> RetryAsync<T>(
        CallRun run, PresenceException first, BodyReader<T>? read, CancellationToken cancellationToken) =>
        _retry.GoOnAsync(run, first, () => AttemptAsync(run, read, cancellationToken), cancellationToken);

    private async ValueTask<T> AttemptAsync<T>(CallRun run, BodyReader<T>? read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Before the wait, since it tells what is wrong with the caller's arguments.
        RequestInformation request = run.Call.CreateRequest();
        TimeSpan tooLong = await _gate.EnterAsync(run.LongestWait, cancellationToken).ConfigureAwait(false);
        if (tooLong > TimeSpan.Zero)
        {
            throw new FailureFactory(run, clientRequestId: null, Time).HeldBack(tooLong);
        }

        run.Attempts++;
        try
        {
            return await (RequestMetrics.IsOn
                ? TimedAsync(run, request, read, cancellationToken)
                : _attempt.RunAsync(run, request, read, cancellationToken)).ConfigureAwait(false);
        }
        catch (PresenceException e)
        {
            Tell(run.Call.Operation, e);
            run.MayBeDone |= e.Retry is { MayBeDone: true };
            if (e is PresenceThrottledException throttled)
            {
                _gate.HoldBack(throttled.RetryAfter ?? TimeSpan.Zero);
                run.Call.OnThrottled?.Invoke();
            }

            throw;
        }
    }
}
