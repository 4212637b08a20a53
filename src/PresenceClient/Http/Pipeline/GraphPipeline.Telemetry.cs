using System.Diagnostics;
using Microsoft.Kiota.Abstractions;
using PresenceClient.Diagnostics;

namespace PresenceClient.Http;

/// <content>The same where somebody listens. Calls that nobody listens to do not come here, and pay nothing.</content>
internal sealed partial class GraphPipeline
{
    private async Task<T> TracedAsync<T>(CallRun run, BodyReader<T>? read, CancellationToken cancellationToken)
    {
        using Activity? activity = CallTrace.Start(run.Call.Operation.Name);
        if (activity is null)
        {
            return await CallAsync(run, read, cancellationToken).ConfigureAwait(false);
        }

        string? error = null;
        try
        {
            return await CallAsync(run, read, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            error = ErrorType.Of(e);
            throw;
        }
        finally
        {
            CallTrace.Ended(activity, run.Attempts, run.Status, error);
        }
    }

    private void Tell(GraphCall call, PresenceException failure)
    {
        if (failure is PresenceThrottledException { StatusCode: not null })
        {
            call.OnThrottled?.Invoke();
        }
        else if (failure is PresenceAuthenticationException { StatusCode: null, InnerException: { } cause })
        {
            Log.SignInFailed(call.Operation.Name, ErrorType.Of(cause));
        }
    }

    private async Task<T> TimedAsync<T>(
        CallRun run,
        RequestInformation request,
        CachedToken? token,
        BodyReader<T>? read,
        CancellationToken cancellationToken)
    {
        long start = Time.GetTimestamp();
        string? error = null;
        try
        {
            return await _attempt.SendAsync(run, request, token, read, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            error = ErrorType.Of(e);
            throw;
        }
        finally
        {
            RequestMetrics.Ended(run.Call.Operation.Name, run.Status, error, Time.GetElapsedTime(start));
        }
    }
}
