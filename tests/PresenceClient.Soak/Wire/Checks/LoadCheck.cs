using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Callers;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>Checks what a loader gives one caller, whose request other callers share.</summary>
internal sealed class LoadCheck(CallCheck check, PresenceCheck presences, Stalls stalls)
{
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(100);

    /// <summary>Checks a load that has ended.</summary>
    public void Check(Call call, UserKey asked, Task<LoadedPresence> load, TimeSpan maxAge)
    {
        if (load.IsCompletedSuccessfully)
        {
            Loaded(call, asked, load.Result.Presence, maxAge);
        }
        else if (load.IsCanceled)
        {
            if (!call.Token.IsCancellationRequested)
            {
                check.Wrong("a load is cancelled that nobody cancelled", call, asked.Id);
            }
        }
        else if (load.Exception!.InnerException is PresenceException failure)
        {
            Failed(call, asked, failure);
        }
        else
        {
            check.Undocumented(call, load.Exception.InnerException!);
        }
    }

    private void Loaded(Call call, UserKey asked, UserPresence? presence, TimeSpan maxAge)
    {
        if (presence is null)
        {
            if (asked.Trait is not (Trait.Missing or Trait.Nameless))
            {
                check.Wrong($"a user is missing whom the service did not leave out ({asked.Trait})", call, asked.Id);
            }

            return;
        }

        TimeSpan began = call.Record.Began;
        if (presences.Check(call, asked, presence, number: null) is { Ended: { } ended } exchange
            && ended < began - maxAge - Slack - stalls.Within(exchange.Arrived, began))
        {
            check.Wrong(
                "a loaded presence is older than it may be", call, $"{exchange}, {maxAge.TotalSeconds} s allowed");
        }
    }

    private void Failed(Call call, UserKey asked, PresenceException failure)
    {
        Exchange? exchange = failure.ClientRequestId is { } id ? check.Journal.FindByClientRequestId(id) : null;
        if (exchange is not null && !exchange.IsFor(asked))
        {
            check.Wrong("a load fails with another request", call, $"{exchange}");
        }
        else if (asked.Trait != Trait.Refused && exchange?.Answer == RefusedAnswers.Poisoned)
        {
            check.Wrong("one user who is refused fails the load of another", call, $"{exchange}");
        }

        check.Failure(call, [asked], failure);
    }
}
