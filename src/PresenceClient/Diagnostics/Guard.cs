using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Diagnostics;

/// <summary>
/// Calls code of the host that only listens: a logger, a listener of the meter or of the activities, a progress. What
/// it throws must not change what becomes of a call, so it ends here.
/// </summary>
internal static class Guard
{
    /// <summary>Calls a listener. Where the lambda is static, nothing is allocated.</summary>
    /// <param name="state">What the listener is told, with the listener itself.</param>
    /// <param name="tell">Tells it.</param>
    /// <returns>What the listener threw; null for nothing.</returns>
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

    /// <summary>Asks for something of whose making listeners are told; null where one throws.</summary>
    public static TResult? Ask<T, TResult>(T state, Func<T, TResult?> ask) where TResult : class
    {
        TResult? answer = null;
        _ = Tell((state, ask), s => answer = s.ask(s.state));
        return answer;
    }
}
