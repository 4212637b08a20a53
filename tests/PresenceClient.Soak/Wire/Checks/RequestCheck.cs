using PresenceClient.Soak.Report;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Credentials;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Server;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>Checks what comes over the wire: the request by itself, and as the next of its chain.</summary>
internal sealed class RequestCheck(Findings findings)
{
    /// <summary>Checks a request by itself.</summary>
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
            findings.Add(Figure.Leaked, "a token wrote a header of its own", example);
        }

        if (question.Fault is { } fault)
        {
            findings.Add(Figure.Wrong, "a body is not whole", $"{example}: {fault}");
        }
        else if (question.Kind == QuestionKind.Other)
        {
            findings.Add(Figure.Wrong, "a request that nobody made", example);
        }

        if (request.Header("Host") is { } host && client is not null && host != client.BaseAddress.Authority)
        {
            findings.Add(Figure.Wrong, "a request for another host", $"{example}: {host}");
        }
    }

    /// <summary>Checks a request as the next of its chain.</summary>
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

        before.IsSeen |= before.IsDelivered;
        if (exchange.Call is null)
        {
            // Requests of a loader have no end of their chain: the same user is asked for again and again.
            return;
        }

        // An answer that took this long may have met the attempt's time limit, which is retried.
        bool isQuick = exchange.Client.Plan.AttemptTimeout is var limit
            && (limit == Timeout.InfiniteTimeSpan || before.Ended - before.Arrived < limit / 2);
        if (before.Answer.Outcome == Outcome.Final && before.IsDelivered && isQuick)
        {
            findings.Add(Figure.Wrong, "sent again after a final answer", example);
        }

        if (before.Answer.Outcome == Outcome.Challenged)
        {
            exchange.Challenges = before.Challenges + 1;
            if (!token.HasClaims)
            {
                findings.Add(Figure.Wrong, "a claims challenge is answered with a token without claims", example);
            }
        }
        else
        {
            exchange.Challenges = before.Challenges;
        }

        if (exchange.Attempt > exchange.Client.Plan.MaxRetries + 1 + Math.Min(exchange.Challenges, 1))
        {
            findings.Add(Figure.Wrong, "more attempts than the options allow", example);
        }
    }
}
