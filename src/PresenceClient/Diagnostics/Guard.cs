using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Diagnostics;

/// <summary>
/// Calls observers that the host supplies: a logger, a meter listener, an activity listener or a progress handler. An
/// exception of an observer must not change the outcome of a call, so it stops here.
/// </summary>
internal static class Guard
{
    /// <summary>Calls an observer. With a static lambda, nothing is allocated.</summary>
    /// <param name="state">The state that is passed to the lambda, with the observer.</param>
    /// <param name="tell">The lambda that calls the observer.</param>
    /// <returns>The exception of the observer, or null.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "A host's code can throw anything.")]
    public static Exception? Tell<T>(T state, Action<T> tell)
    {
        try
        {
            tell(state);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    /// <summary>Creates an object while observers can be called; null if one throws.</summary>
    public static TResult? Ask<T, TResult>(T state, Func<T, TResult?> ask) where TResult : class
    {
        TResult? answer = null;
        _ = Tell((state, ask), s => answer = s.ask(s.state));
        return answer;
    }
}
