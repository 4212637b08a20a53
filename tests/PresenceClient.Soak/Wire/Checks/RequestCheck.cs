using PresenceClient.Soak.Report;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Credentials;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Server;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>Checks each request on its own, and as a part of its chain.</summary>
internal sealed class RequestCheck(Findings findings)
{
    // A timer can end some milliseconds early by another clock.
    private static readonly TimeSpan Precision = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan LeastBackOff = TimeSpan.FromSeconds(0.5);

    /// <summary>Checks a request on its own.</summary>
    public void Check(WireRequest request, SoakClient? client, Question question)
    {
        string example = $"{client?.Name ?? "unknown client"}: {request.Method} {request.Target}";
        if (client is null)
        {
            findings.Add(
                Figure.Wrong, "a request without a usable token", $"{example}: '{request.Header("Authorization")}'");
        }

        if (request.Header("Cookie") is { } cookie)
        {
            findings.Add(Figure.Leaked, "a cookie is sent back", $"{example}: {cookie}");
        }

        if (request.Header("X-Injected") is not null)
        {
            findings.Add(Figure.Leaked, "a token added another header", example);
        }

        if (question.Fault is { } fault)
        {
            findings.Add(Figure.Wrong, "a body is not whole", $"{example}: {fault}");
        }
        else if (question.Kind == QuestionKind.Other)
        {
            findings.Add(Figure.Wrong, "a request that belongs to no call", example);
        }

        if (request.Header("Host") is { } host && client is not null && host != client.BaseAddress.Authority)
        {
            findings.Add(Figure.Wrong, "a request for another host", $"{example}: {host}");
        }
    }

    /// <summary>Checks a request as the next one of its chain.</summary>
    public void Check(Exchange exchange, Exchange? before, SoakToken token)
    {
        if (!Guid.TryParse(exchange.ClientRequestId, out _))
        {
            findings.Add(Figure.Wrong, "a request without a client-request-id", $"{exchange}");
        }

        if (before is null)
        {
            return;
        }

        string example = $"{before}\n{exchange}";
        if (exchange.IsResent)
        {
            if (!before.Answer.IsSilent)
            {
                findings.Add(Figure.Wrong, "two requests with one client-request-id", example);
            }

            return;
        }

        if (exchange.Call is null || exchange.Sending is not { } sending || before.Sending is not { } former
            || sending.Sent < former.Sent)
        {
            // The chain of a loader's requests never ends: it reads the same user repeatedly. A request that its call
            // gave up can arrive after the next one.
            exchange.Challenges = before.Challenges;
            return;
        }

        // The client acts on the head of an answer. After its time limit it retries an attempt, whatever the answer is.
        bool isQuick = former.Answered is not null && IsWithin(sending.Sent - former.Sent, exchange.Client.Plan);
        bool isChallenged = former.Answered is not null && before.Answer.Outcome == Outcome.Challenged;
        exchange.Challenges = before.Challenges + (isChallenged ? 1 : 0);
        if (exchange.Challenges > 0 && !token.HasClaims)
        {
            findings.Add(Figure.Wrong, "a claims challenge is answered with a token without claims", example);
        }

        if (isQuick && (before.Answer.Outcome == Outcome.Final || (isChallenged && before.Challenges > 0)))
        {
            findings.Add(Figure.Wrong, "sent again after a final answer", example);
        }

        if (exchange.Attempt > exchange.Client.Plan.MaxRetries + 1 + Math.Min(exchange.Challenges, 1))
        {
            findings.Add(Figure.Wrong, "more attempts than the options allow", example);
        }

        if (!isChallenged && sending.Sent + Precision < EarliestRetry(before, former))
        {
            findings.Add(Figure.OverPace, "a retry before its time", example);
        }
    }

    private static bool IsWithin(TimeSpan time, ClientPlan plan) =>
        plan.AttemptTimeout == Timeout.InfiniteTimeSpan || time < plan.AttemptTimeout;

    private static TimeSpan EarliestRetry(Exchange before, Sending former) => former.Answered is { } answered
        ? before.HeldUntil ?? (answered + (before.Asked ?? LeastBackOff))
        : former.Sent + LeastBackOff;
}
