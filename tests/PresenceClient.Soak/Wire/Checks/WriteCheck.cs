using System.Net;
using PresenceClient.Soak.Wire.Callers;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>Checks writes, one or many.</summary>
internal sealed class WriteCheck(CallCheck check)
{
    /// <summary>Checks a successful write.</summary>
    public void Written(Call call) => check.Taken(call, call.Record.ToArray().LastOrDefault());

    /// <summary>Checks the result of ending a session.</summary>
    public void SessionEnded(Call call, bool ended)
    {
        Exchange[] exchanges = call.Record.ToArray();
        if (!IsGone(exchanges.LastOrDefault()))
        {
            Written(call);
        }
        else if (ended && !exchanges.Any(static it => it.Answer.Status
            is null or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout))
        {
            check.Wrong("a session that was not there has ended", call, $"{exchanges[^1]}");
        }
    }

    /// <summary>Checks bulk writes: one outcome for each write, in the given order.</summary>
    public void Result(Call call, PresenceWrite[] writes, IReadOnlyList<PresenceWriteOutcome> result)
    {
        if (result.Count != writes.Length)
        {
            check.Wrong("many writes have another number of outcomes", call, $"{result.Count} of {writes.Length}");
            return;
        }

        for (int i = 0; i < writes.Length; i++)
        {
            if (result[i] is not { } outcome || !ReferenceEquals(outcome.Write, writes[i]))
            {
                check.Wrong("an outcome is lost or of another write", call, $"at {i}: {writes[i].Kind}");
            }
            else if (outcome.Exception is { } failure)
            {
                check.Failure(call, failure);
            }
            else
            {
                WrittenOfMany(call, writes[i]);
            }
        }

        Order(call, writes);
    }

    private static Exchange[] ExchangesOf(Call call, PresenceWrite write)
    {
        string action = write.Kind switch
        {
            PresenceWriteKind.SetSession => "setPresence",
            PresenceWriteKind.ClearSession => "clearPresence",
            PresenceWriteKind.SetPreferred => "setUserPreferredPresence",
            PresenceWriteKind.ClearPreferred => "clearUserPreferredPresence",
            PresenceWriteKind.SetStatusMessage => "setStatusMessage",
            _ => "clearStatusMessage",
        };
        return [.. call.Record.ToArray().Where(it =>
            it.Question.Action == action && it.Users is [var user] && user.Id == write.UserId)];
    }

    private static bool IsGone(Exchange? last) =>
        last is { Question.Action: "clearPresence", Answer.Status: HttpStatusCode.NotFound };

    private void WrittenOfMany(Call call, PresenceWrite write)
    {
        Exchange? last = ExchangesOf(call, write).LastOrDefault();
        if (!IsGone(last))
        {
            check.Taken(call, last);
        }
    }

    // The writes of one user are sent one at a time, in the given order.
    private void Order(Call call, PresenceWrite[] writes)
    {
        foreach (IGrouping<string, PresenceWrite> user in writes.GroupBy(static write => write.UserId))
        {
            Exchange? before = null;
            foreach (PresenceWrite write in user)
            {
                Exchange[] exchanges = ExchangesOf(call, write);
                if (before?.Sending is { } former && exchanges is [{ Sending: { } sending }, ..]
                    && sending.Sent < former.Sent)
                {
                    check.Wrong("the writes of a user change their order", call, $"{before}\n{exchanges[0]}");
                }

                before = exchanges.LastOrDefault() ?? before;
            }
        }
    }
}
