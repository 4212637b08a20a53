using System.Net;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Callers;
using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>Checks that a failure matches the answers of the call.</summary>
internal sealed class FailureCheck(Journal journal, Findings findings)
{
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(150);

    private static readonly TimeSpan LongestSignIn = TimeSpan.FromSeconds(5);

    /// <summary>Checks a failure.</summary>
    public void Check(Call call, PresenceException failure)
    {
        Exchange? exchange = failure.ClientRequestId is { } id ? journal.FindByClientRequestId(id) : null;
        exchange?.IsSeen = true;
        string? fault = exchange is null ? FaultOfUnsent(call, failure) : FaultOf(call, failure, exchange);
        if (fault is not null)
        {
            string last = exchange is null ? "no request" : $"{exchange}";
            findings.Add(Figure.Wrong, fault, $"{call}\n{last}\n{failure.GetType().Name}: {failure.Message}");
        }
    }

    private static string? FaultOf(Call call, PresenceException failure, Exchange exchange)
    {
        Answer answer = exchange.Answer;
        if (exchange.Call is { } number && number != call.Number)
        {
            return "a failure names another call's request";
        }

        if (failure is PresenceTimeoutException)
        {
            return answer.IsEndless || HasTimedOut(call, exchange)
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

        if (answer.Outcome == Outcome.Taken)
        {
            // An HTTP/2 connection can break while the answer is under way.
            return call.Client.Plan.Transport == Transport.Http2 && failure.StatusCode is null
                ? null
                : $"a failure although the answer was valid ({Kind(failure)})";
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
    private static string? FaultOfEnd(Call call, PresenceException failure, Exchange exchange)
    {
        ClientPlan plan = call.Client.Plan;
        TimeSpan left = plan.TotalTimeout == Timeout.InfiniteTimeSpan
            ? TimeSpan.MaxValue
            : plan.TotalTimeout - call.Elapsed;
        if (exchange.Answer.Outcome == Outcome.Challenged)
        {
            // For a loader's request, the previous request of the chain is not known.
            return exchange is { Call: not null, Challenges: 0 } && left > plan.AttemptTimeout
                && !call.Client.SignIns.FailedWithin(exchange.Arrived - Slack, Clock.Now)
                    ? $"a claims challenge is not answered ({exchange.Answer.Name})"
                    : null;
        }

        bool mayGoOn = exchange.Answer.Outcome == Outcome.Retried
            && exchange.Call is not null
            && exchange.Attempt - Math.Min(exchange.Challenges, 1) <= plan.MaxRetries
            && (plan.WaitsWhenThrottled || failure is not PresenceThrottledException);
        var backOff = TimeSpan.FromSeconds(3 * Math.Pow(2, exchange.Attempt));
        TimeSpan asked = (failure as PresenceThrottledException)?.RetryAfter ?? TimeSpan.Zero;
        return mayGoOn && left > (backOff > asked ? backOff : asked)
            ? $"ended before its attempts and its time were used up ({exchange.Answer.Group})"
            : null;
    }

    private static string? FaultOfUnsent(Call call, PresenceException failure) => failure switch
    {
        PresenceThrottledException { StatusCode: null } => FaultOfHoldBack(call),
        PresenceAuthenticationException { StatusCode: null } => FaultOfSignIn(call),
        { StatusCode: not null } => $"a status that was not sent ({Kind(failure)})",
        PresenceTimeoutException => call.Client.Plan.AttemptTimeout is var limit
                && limit != Timeout.InfiniteTimeSpan && call.Elapsed + Slack >= limit
            ? null
            : "a timeout within the time (no request)",
        { ClientRequestId: null } when HasEndlessPages(call) => null,
        _ when call.Client.LastRefusal >= call.Record.Began - Slack => null,

        // The server cuts connections, including those that a next request is about to use.
        { InnerException: HttpRequestException } => null,

        // A request that ended with a frozen connection may never have arrived.
        _ when call.Client.Plan.Transport == Transport.Http2 => null,
        _ => $"a failure without a request ({Kind(failure)})",
    };

    private static string? FaultOfHoldBack(Call call) =>
        call.Client.Plan.Pace is not null || call.Client.Exchanges.Any(static exchange => exchange.HoldBack is not null)
            ? null
            : "rejected by the gate without a reason";

    private static string? FaultOfSignIn(Call call) =>
        call.Client.SignIns.FailedWithin(call.Record.Began - LongestSignIn, Clock.Now)
            ? null
            : "a failed sign-in although no sign-in failed";

    private static bool HasEndlessPages(Call call) => call.Record.ToArray()
        .Concat(call.Client.Exchanges.Where(static exchange => exchange.Call is null))
        .Any(static exchange => exchange.Answer.Group == AnswerGroup.EndlessPages);

    private static bool HasTimedOut(Call call, Exchange exchange)
    {
        ClientPlan plan = call.Client.Plan;
        TimeSpan ended = call.Record.Ended ?? Clock.Now;

        // An attempt begins before its request arrives, but after the end of the previous attempt.
        TimeSpan began = exchange.Before is { Ended: { } before } && before > call.Record.Began
            ? before
            : call.Record.Began;
        return (plan.AttemptTimeout != Timeout.InfiniteTimeSpan && ended - began + Slack >= plan.AttemptTimeout)
            || (plan.TotalTimeout != Timeout.InfiniteTimeSpan && call.Elapsed + Slack >= plan.TotalTimeout);
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
