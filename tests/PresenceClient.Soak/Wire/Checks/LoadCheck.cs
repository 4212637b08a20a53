using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Callers;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>Checks the result of a loader for one caller. Other callers share the request.</summary>
internal sealed class LoadCheck(CallCheck check, PresenceCheck presences, Stalls stalls)
{
    /// <summary>Checks a load that has ended.</summary>
    public void Check(Call call, UserKey asked, Task<LoadedPresence> load, TimeSpan maxAge)
    {
        if (load.IsCompletedSuccessfully)
        {
            Loaded(call, asked, load.Result, maxAge);
        }
        else if (load.IsCanceled)
        {
            if (!call.Token.IsCancellationRequested)
            {
                check.Wrong("a load is cancelled without a cancellation by the caller", call, asked.Id);
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

    private void Loaded(Call call, UserKey asked, LoadedPresence loaded, TimeSpan maxAge)
    {
        if (loaded.Presence is null)
        {
            if (asked.Trait is not (Trait.Missing or Trait.Nameless))
            {
                check.Wrong($"a user is missing although the service returned it ({asked.Trait})", call, asked.Id);
            }

            return;
        }

        // The loader takes an answer a step after it was read, and a call can join it until then.
        TimeSpan readAt = Clock.Of(loaded.ReadAt);
        if (stalls.Before(call.Record.Began) - readAt > maxAge)
        {
            check.Wrong(
                "a loaded presence is older than it may be", call,
                $"read at {readAt.TotalSeconds:0.000} s, {maxAge.TotalSeconds} s allowed");
        }

        // The read ends with its last page, which can be much later than the answer with this user.
        _ = presences.Check(call, asked, loaded.Presence, number: null);
    }

    private void Failed(Call call, UserKey asked, PresenceException failure)
    {
        Exchange? exchange = failure.ClientRequestId is { } id ? check.Journal.FindByClientRequestId(id) : null;
        if (exchange is not null && !exchange.IsFor(asked) && !CanBeOnALaterPage(exchange, asked))
        {
            check.Wrong("a load fails with another request", call, $"{exchange}");
        }
        else if (asked.Trait != Trait.Refused && exchange?.Answer == RefusedAnswers.Poisoned
            && failure.StatusCode == RefusedAnswers.Poisoned.Status)
        {
            check.Wrong("one user who is refused fails the load of another", call, $"{exchange}");
        }

        // An entry without an id can belong to any user who is missing from the answer.
        IEnumerable<UserKey> nameless = asked.Trait == Trait.Missing
            ? exchange?.Users.Where(static user => user.Trait == Trait.Nameless) ?? []
            : [];
        check.Failure(call, [asked, .. nameless], failure);
    }

    // The page that covers the user does not name the user, so the client goes on to the next one.
    private static bool CanBeOnALaterPage(Exchange exchange, UserKey asked) =>
        exchange.Question.PageToken.Length > 0 && (asked.Trait is Trait.Missing or Trait.Nameless);
}
