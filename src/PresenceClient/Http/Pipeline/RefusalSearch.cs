namespace PresenceClient.Http;

/// <summary>
/// Bounds the requests that search a refused request for what the service refuses in it. Not thread-safe.
/// </summary>
/// <param name="mostWithoutAnswer">
/// The most requests while none of them is answered. Then the service refuses everything, and more requests would find
/// nothing.
/// </param>
/// <param name="most">The most requests.</param>
internal sealed class RefusalSearch(int mostWithoutAnswer, int most)
{
    private int _requests;

    /// <summary>Whether the service has answered any of the requests.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>Takes the right to send so many more requests.</summary>
    public bool TryTake(int requests)
    {
        if (_requests + requests > (IsAnswered ? most : mostWithoutAnswer))
        {
            return false;
        }

        _requests += requests;
        return true;
    }
}
