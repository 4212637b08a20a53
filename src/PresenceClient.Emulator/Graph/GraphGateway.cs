using PresenceClient.Emulator.Faults;
using PresenceClient.Emulator.Graph.Batch;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph;

/// <summary>
/// The entry point of Graph for every call, separate or in a batch: it records the call, applies faults and the
/// request limit, and passes it to the service or the batch.
/// </summary>
internal sealed class GraphGateway(GraphService service, ServiceState state, PresenceEmulatorOptions options)
{
    /// <summary>Answers a call, and returns the fault that determines how the answer is sent, if any.</summary>
    public async ValueTask<(GraphAnswer Answer, EmulatorFault? Fault)> AnswerAsync(EmulatedCall call)
    {
        var record = new RecordedRequest(call);
        state.Requests.Add(record);
        FaultHit? hit = state.Faults.Hit(call);
        if (hit is not null)
        {
            record.Fault = hit.Fault;
            call = call with { VisibleAfter = hit.Fault.VisibleAfter };
        }

        Outcome<OperationContext> admission = await service.AdmitAsync(call, record).ConfigureAwait(false);
        GraphAnswer answer = hit is { Fault.LetsWork: false }
            ? GraphAnswer.Done
            : await WorkAsync(call, admission).ConfigureAwait(false);
        answer = hit?.Damage(answer, call) ?? answer;
        record.Status = hit is { Fault.Drop: true } ? null : answer.Status;
        return (answer, hit?.Fault);
    }

    private async ValueTask<GraphAnswer> AnswerInnerAsync(EmulatedCall call) =>
        (await AnswerAsync(call).ConfigureAwait(false)).Answer;

    private async ValueTask<GraphAnswer> WorkAsync(EmulatedCall call, Outcome<OperationContext> admission)
    {
        if (!admission.Succeeded(out OperationContext? context, out EmulatedError? error))
        {
            return GraphAnswer.Failed(error, call);
        }

        if (context.Operation.IsPresence && state.Limits.Count(context.Caller.ClientId, call.Now) is { } wait)
        {
            return Throttle(call, wait);
        }

        Outcome<GraphAnswer> outcome = context.Operation == OperationTable.Batch
            ? await BatchService.AnswerAsync(call, options, AnswerInnerAsync).ConfigureAwait(false)
            : await GraphService.PerformAsync(context).ConfigureAwait(false);
        return outcome.Succeeded(out GraphAnswer? answer, out error) ? answer : GraphAnswer.Failed(error, call);
    }

    private GraphAnswer Throttle(EmulatedCall call, TimeSpan wait)
    {
        string value = EmulatedRetryAfter.Format(wait, call.Now, options.RetryAfterForm);
        return GraphAnswer.Failed(EmulatedError.TooManyRequests, call) with
        {
            Headers = new Dictionary<string, string> { [EmulatedRetryAfter.Header] = value },
        };
    }
}
