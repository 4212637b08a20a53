namespace PresenceClient.Presences.Loading;

/// <summary>
/// Bounds the requests that search a refused batch for the users whom the service refuses. Used under the coalescer's
/// lock.
/// </summary>
internal sealed class RefusalSearch
{
    // Two halves a step find one user among 650 in 20 requests. Where none of those is answered, the service refuses
    // everything, and more requests would find nothing.
    private const int MostWithoutAnswer = 24;

    // Enough to find five users of 650, or half of the users of a small batch.
    private const int Most = 96;

    private int _requests;

    /// <summary>Whether the service has answered any of the requests.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>Takes the right to send so many more requests.</summary>
    public bool TryTake(int requests)
    {
        if (_requests + requests > (IsAnswered ? Most : MostWithoutAnswer))
        {
            return false;
        }

        _requests += requests;
        return true;
    }
}
