using System.Net;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Callers;
using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>Checks that a failure matches the answers of the call.</summary>
internal sealed class FailureCheck(Journal journal, Findings findings, Stalls stalls)
{
    // A timer can end some milliseconds early by another clock.
    private static readonly TimeSpan Precision = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan LongestSignIn = TimeSpan.FromSeconds(5);

    private const int ShownSendings = 40;

    private readonly HoldBackBounds _bounds = new(stalls);

    /// <summary>Checks a failure.</summary>
    public void Check(Call call, PresenceException failure)
    {
        Exchange? exchange = failure.ClientRequestId is { } id ? journal.FindByClientRequestId(id) : null;
        string? fault = exchange is null ? FaultOfUnsent(call, failure) : FaultOf(call, failure, exchange);
        if (fault is not null)
        {
            string last = exchange is null ? "no request" : $"{exchange}";
            string sent = string.Join(
                ", ", call.Client.Sends.All.OrderBy(static it => it.Sent).TakeLast(ShownSendings));
            findings.Add(
                Figure.Wrong, fault, $"{call}\n{last}\n{failure.GetType().Name}: {failure.Message}\n{call.Record}\n"
                    + $"The client's last requests: {sent}");
        }
    }

    private string? FaultOf(Call call, PresenceException failure, Exchange exchange)
    {
        Answer answer = exchange.Answer;
        if (exchange.Call is { } number && number != call.Number)
        {
            return "a failure names another call's request";
        }

        if (failure is PresenceTimeoutException)
        {
            return answer.IsEndless || HasTimedOut(call, failure, isShared: exchange.Call is null)
                ? null
                : $"a timeout within the time ({answer.Group})";
        }

        if (failure is PresenceThrottledException { StatusCode: null })
        {
            return FaultOfHoldBack(call);
        }

        if (failure is PresenceAuthenticationException { StatusCode: null })
        {
            return FaultOfSignIn(call);
        }

        // An HTTP/2 connection can break while the answer is under way.
        if (call.Client.Plan.Transport == Transport.Http2 && failure.StatusCode is null
            && (answer.Outcome == Outcome.Taken || exchange.Sending?.Answered is null))
        {
            return null;
        }

        if (answer.Outcome == Outcome.Taken)
        {
            return $"a failure although the answer was valid ({Kind(failure)})";
        }

        if (answer.Group == AnswerGroup.EndlessPages)
        {
            return null;
        }

        if (answer.Status != failure.StatusCode && !(answer.Status is null && IsSuccess(failure.StatusCode)))
        {
            return $"another status than was sent ({answer.Name}: {(int?)failure.StatusCode})";
        }

        return IsTypeOf(answer.Status, failure) ? FaultOfEnd(call, failure, exchange)
            : $"{failure.GetType().Name} for {answer.Status}";
    }

    // Whether the client stopped although it should have retried.
    private string? FaultOfEnd(Call call, PresenceException failure, Exchange exchange)
    {
        ClientPlan plan = call.Client.Plan;
        TimeSpan left = plan.TotalTimeout == Timeout.InfiniteTimeSpan
            ? TimeSpan.MaxValue
            : plan.TotalTimeout - call.Elapsed;
        if (exchange.Answer.Outcome == Outcome.Challenged)
        {
            // For a loader's request, the previous request of the chain is not known.
            return exchange is { Call: not null, Challenges: 0, Sending: not null }
                ? $"a claims challenge is not answered ({exchange.Answer.Name})"
                : null;
        }

        if (exchange is not { Answer.Outcome: Outcome.Retried, Call: not null, Sending: { } sending }
            || (failure is PresenceThrottledException && !plan.WaitsWhenThrottled))
        {
            return null;
        }

        // Lost ones first, because they can arrive meanwhile.
        int retries = call.Client.Sends.CountLost(call.Record.Began, call.Record.Ended ?? Clock.Now)
            + call.Record.ToArray().Count(it =>
                it.Chain == exchange.Chain && !it.IsResent && it.Sending?.Sent < sending.Sent)
            - Math.Min(exchange.Challenges, 1);
        TimeSpan wait = failure is PresenceThrottledException
            ? _bounds.Longest(exchange, sending)
            : HoldBackBounds.LongestBackOff(retries);
        wait = exchange.Asked > wait ? exchange.Asked.Value : wait;
        return retries < plan.MaxRetries && left > wait
            ? $"ended before its attempts and its time were used up ({exchange.Answer.Group})"
            : null;
    }

    private string? FaultOfUnsent(Call call, PresenceException failure) => failure switch
    {
        PresenceThrottledException { StatusCode: null } => FaultOfHoldBack(call),
        PresenceAuthenticationException { StatusCode: null } => FaultOfSignIn(call),
        { StatusCode: not null } => $"a status that was not sent ({Kind(failure)})",
        PresenceTimeoutException => HasTimedOut(call, failure, isShared: true)
            ? null
            : "a timeout within the time (no request)",
        { ClientRequestId: null } when HasEndlessPages(call) => null,
        _ when call.Client.LastRefusal >= stalls.Before(call.Record.Began) => null,

        // The server cuts connections, including those that a next request is about to use.
        { InnerException: HttpRequestException } => null,

        // A request that ended with a frozen connection may never have arrived.
        _ when call.Client.Plan.Transport == Transport.Http2 => null,
        _ => $"a failure without a request ({Kind(failure)})",
    };

    private static string? FaultOfHoldBack(Call call) =>
        call.Client.Plan.Pace is not null || call.Client.Exchanges.Any(static it => it.HeldUntil is not null)
            ? null
            : "rejected by the gate without a reason";

    private static string? FaultOfSignIn(Call call) =>
        call.Client.SignIns.FailedWithin(call.Record.Began - LongestSignIn, Clock.Now)
            ? null
            : "a failed sign-in although no sign-in failed";

    private static bool HasEndlessPages(Call call) => call.Record.ToArray()
        .Concat(call.Client.Exchanges.Where(static exchange => exchange.Call is null))
        .Any(static exchange => exchange.Answer.Group == AnswerGroup.EndlessPages);

    private bool HasTimedOut(Call call, PresenceException failure, bool isShared)
    {
        ClientPlan plan = call.Client.Plan;
        TimeSpan ended = (call.Record.Ended ?? Clock.Now) + Precision;
        Sending? sending = failure.ClientRequestId is { } id ? call.Client.Sends.Find(id) : null;
        TimeSpan began = sending is null ? call.Record.Began : stalls.Before(sending.Sent);
        return (plan.AttemptTimeout != Timeout.InfiniteTimeSpan && ended - began >= plan.AttemptTimeout)
            || (plan.TotalTimeout != Timeout.InfiniteTimeSpan && ended - call.Record.Began >= plan.TotalTimeout)

            // A loader's read can have begun before the call that joined it.
            || (isShared
                && (sending is null || failure.Message.Contains(nameof(plan.TotalTimeout), StringComparison.Ordinal)));
    }

    private static bool IsSuccess(HttpStatusCode? status) =>
        status is null or (>= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices);

    private static bool IsTypeOf(HttpStatusCode? status, PresenceException failure) =>
        failure.GetType() == status switch
        {
            HttpStatusCode.Unauthorized => typeof(PresenceAuthenticationException),
            HttpStatusCode.Forbidden => typeof(PresenceAccessDeniedException),
            HttpStatusCode.NotFound => typeof(PresenceNotFoundException),
            HttpStatusCode.TooManyRequests => typeof(PresenceThrottledException),
            _ => typeof(PresenceException),
        };

    private static string Kind(PresenceException failure) =>
        $"{failure.GetType().Name}{(failure.InnerException is { } inner ? $" of {inner.GetType().Name}" : "")}";
}
