using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Callers;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>Checks that a presence comes from an answer to this question, and equals what was sent.</summary>
internal sealed class PresenceCheck(CallCheck check)
{
    /// <summary>Checks a presence.</summary>
    /// <param name="call">The call that returned it.</param>
    /// <param name="asked">The user.</param>
    /// <param name="presence">The presence.</param>
    /// <param name="number">The call that the answer must belong to; null for a loader's.</param>
    /// <returns>The exchange that it comes from; null if there is none.</returns>
    public Exchange? Check(Call call, UserKey asked, UserPresence presence, int? number)
    {
        Exchange? exchange = States.OrdinalOf(presence) is { } ordinal ? check.Journal.Find(ordinal) : null;
        if (exchange is null)
        {
            check.Wrong("a presence that no answer had", call, $"{presence.Id}");
            return null;
        }

        UserPresence sent = States.Of(asked, exchange.Ordinal);
        if (exchange.Call != number || exchange.Client != call.Client || !exchange.IsFor(asked))
        {
            check.Wrong("a presence from an answer to another question", call, $"{exchange}");
        }
        else if (!MayBring(exchange.Answer))
        {
            check.Wrong(
                $"a presence from an answer that cannot be taken ({exchange.Answer.Name})", call, $"{exchange}");
        }
        else if (asked.Trait is not (Trait.Known or Trait.Unknown))
        {
            check.Wrong($"a presence of a user who has none ({asked.Trait})", call, $"{exchange}");
        }
        else if (presence != sent)
        {
            check.Wrong("another presence than was sent", call, $"{exchange}\nsent {sent}\nread {presence}");
        }

        return exchange;
    }

    // Users from before the endless pages were detected stay found.
    private static bool MayBring(Answer answer) =>
        answer.Outcome == Outcome.Taken || answer.Group is AnswerGroup.EndlessPages or AnswerGroup.Oversized;
}
