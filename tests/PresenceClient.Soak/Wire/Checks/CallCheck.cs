using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Callers;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Leaks;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>The common part of all checks of a call's end.</summary>
internal sealed class CallCheck(Journal journal, Findings findings, LeakScan leaks, Stalls stalls)
{
    private readonly FailureCheck _failures = new(journal, findings, stalls);

    public Journal Journal { get; } = journal;

    public void Wrong(string kind, Call call, string example) =>
        findings.Add(Figure.Wrong, kind, $"{call}\n{example}\n{call.Record}");

    /// <summary>Searches an exception for secrets.</summary>
    public void Leaks(Call call, Exception exception) => leaks.Scan(exception, $"{call}");

    /// <summary>Checks a failure of a call, or of a part of it.</summary>
    public void Failure(Call call, PresenceException failure)
    {
        Leaks(call, failure);
        if (failure is PresenceIncompleteException)
        {
            Wrong("an incomplete read where nothing can be incomplete", call, failure.Message);
            return;
        }

        _failures.Check(call, failure);
    }

    /// <summary>
    /// Checks the failure of some users. An unreadable entry fails only its own user.
    /// </summary>
    public void Failure(Call call, UserKey[] failed, PresenceException failure)
    {
        if (failed.Any(static user => user.Trait is Trait.Broken or Trait.Nameless)
            && failed.All(static user => user.Trait is Trait.Broken or Trait.Nameless or Trait.Missing))
        {
            Leaks(call, failure);
        }
        else
        {
            Failure(call, failure);
        }
    }

    /// <summary>Checks that a cancellation is the caller's own.</summary>
    public void Cancelled(Call call, OperationCanceledException exception)
    {
        Leaks(call, exception);
        if (!call.Token.IsCancellationRequested)
        {
            Wrong("a call is cancelled without a cancellation by the caller", call, $"{exception}");
        }
        else if (exception.CancellationToken != call.Token)
        {
            Wrong("a cancellation does not have the caller's token", call, $"{exception}");
        }
    }

    /// <summary>Reports an exception that is not documented.</summary>
    public void Undocumented(Call call, Exception exception)
    {
        Leaks(call, exception);
        Wrong($"{exception.GetType().Name} leaves a call", call, $"{exception}");
    }

    /// <summary>Checks that a successful call ended with a valid answer.</summary>
    public void Taken(Call call, Exchange? last)
    {
        if (last is null)
        {
            Wrong("a success without a request", call, "no exchange");
        }
        else if (last.Answer.Outcome != Outcome.Taken)
        {
            Wrong($"a success with an invalid answer ({last.Answer.Name})", call, $"{last}");
        }
    }
}
