using PresenceClient.Soak.Wire.Checks;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>An operation that a caller calls, with the check of its result.</summary>
internal abstract class Operation(Call call)
{
    public Call Call { get; } = call;

    public abstract string Name { get; }

    /// <summary>The number of consecutive time limits in the call.</summary>
    public virtual int Rounds => 1;

    /// <summary>Whether a call without an exception returned something.</summary>
    public virtual bool BroughtAnything => true;

    /// <summary>Makes the call.</summary>
    /// <returns>The check of its result, for the time after the call.</returns>
    public abstract Task<Action<ResultCheck>> SendAsync();

    /// <summary>Checks a failure of the call.</summary>
    public virtual void Check(ResultCheck check, PresenceException failure) => check.Call.Failure(Call, failure);
}
