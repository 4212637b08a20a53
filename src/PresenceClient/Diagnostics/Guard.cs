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
    [SuppressMessage("Design", "CA1031", Justification = "A host's code can throw anything.")]
    public static T? Ask<T>(Func<T?> ask) where T : class
    {
        try
        {
            return ask();
        }
        catch (Exception)
        {
            return null;
        }
    }
}
