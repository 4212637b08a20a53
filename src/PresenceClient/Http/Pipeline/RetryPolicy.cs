using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using PresenceClient.Diagnostics;

namespace PresenceClient.Http;

/// <summary>Which failures are answered with another attempt, and after which wait; Polly counts and waits.</summary>
internal sealed class RetryPolicy
{
    private static readonly ResiliencePropertyKey<CallRun> RunKey = new(nameof(CallRun));

    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);

    private readonly RequestGate _gate;
    private readonly ILogger _log;
    private readonly bool _retries;
    private readonly bool _waitsWhenThrottled;
    private readonly ResiliencePipeline _polly;

    public RetryPolicy(PresenceClientOptions options, RequestGate gate, ILogger log)
    {
        (_gate, _log) = (gate, log);
        _retries = options.MaxRetries > 0;
        _waitsWhenThrottled = options.WaitWhenThrottled;
        _polly = _retries ? Build(options.MaxRetries, options.TimeProvider) : ResiliencePipeline.Empty;
    }

    /// <summary>Whether another attempt may follow a failure, as long as there is time and number for it.</summary>
    public bool Takes(Exception? failure) =>
        _retries && failure is PresenceException { Retry: not null }
            && (_waitsWhenThrottled || failure is not PresenceThrottledException);

    /// <summary>Goes on with a call whose first attempt failed.</summary>
    public async Task<T> GoOnAsync<T>(
        CallRun run, PresenceException first, Func<ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RunKey, run);
        try
        {
            // To Polly the attempt that failed is its own first one, so that it counts and waits from there.
            PresenceException? failed = first;
            return await _polly.ExecuteAsync(
                _ =>
                {
                    if (failed is not { } failure)
                    {
                        return attempt();
                    }

                    failed = null;
                    ExceptionDispatchInfo.Throw(failure);
                    throw failure;
                },
                context).ConfigureAwait(false);
        }
        catch (PresenceException e) when (Takes(e))
        {
            _log.GaveUp(run.Call.Operation.Name, run.Attempts, ErrorType.Of(e));
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static PresenceException Failure(Outcome<object> outcome) => (PresenceException)outcome.Exception!;

    private ResiliencePipeline Build(int retries, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstBackOff,
                MaxDelay = LongestBackOff,
                ShouldHandle = args => ValueTask.FromResult(Takes(args.Outcome.Exception)),
                DelayGenerator = static args => ValueTask.FromResult(Failure(args.Outcome).Retry!.After),
                OnRetry = BeginWait,
            })
            .Build();

    private ValueTask BeginWait(OnRetryArguments<object> args)
    {
        CallRun run = args.Context.Properties.GetValue(RunKey, null!);
        PresenceException failure = Failure(args.Outcome);
        if (args.RetryDelay >= run.LongestWait)
        {
            args.Outcome.ThrowIfException();
        }

        if (failure is PresenceThrottledException { RetryAfter: null })
        {
            // The service did not say how long: then the others wait as long as this call does.
            _gate.HoldBack(args.RetryDelay);
            _log.HeldBack(run.Call.Operation.Name, args.RetryDelay.TotalSeconds);
        }

        Tell(run, failure, args.RetryDelay);
        return default;
    }

    private void Tell(CallRun run, PresenceException failure, TimeSpan wait)
    {
        string operation = run.Call.Operation.Name;
        string error = ErrorType.Of(failure);
        _log.Retrying(operation, run.Attempts, error, wait.TotalSeconds);
        RequestMetrics.Retried(operation, run.Status, error);
        if (failure is PresenceThrottledException)
        {
            RequestMetrics.Waited(throttled: wait, paced: TimeSpan.Zero);
        }
    }
}
