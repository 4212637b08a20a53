using PresenceClient.Soak.Wire.Checks;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>What a caller calls, and how what comes of it is checked.</summary>
internal abstract class Operation(Call call)
{
    public Call Call { get; } = call;

    public abstract string Name { get; }

    /// <summary>How many of the client's time limits can follow each other in the call.</summary>
    public virtual int Rounds => 1;

    /// <summary>Whether a call that ended without an exception brought anything.</summary>
    public virtual bool BroughtAnything => true;

    /// <summary>Makes the call.</summary>
    /// <returns>The check of its result, to be made once the call has ended.</returns>
    public abstract Task<Action<ResultCheck>> SendAsync();

    /// <summary>Checks a failure of the call.</summary>
    public virtual void Check(ResultCheck check, PresenceException failure) => check.Call.Failure(Call, failure);
}
