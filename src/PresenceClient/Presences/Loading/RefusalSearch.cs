namespace PresenceClient.Presences.Loading;

/// <summary>
/// Limits the requests that search a rejected batch for the users that the service rejects. Used under the coalescer's
/// lock.
/// </summary>
internal sealed class RefusalSearch
{
    // Two halves a step find one user among 650 in 20 requests. If none of them succeeds, the service rejects
    // everything, and more requests would find nothing.
    private const int MostWithoutAnswer = 24;

    // Enough to find five users among 650, or half of the users of a small batch.
    private const int Most = 96;

    private int _requests;

    /// <summary>Whether any of the requests succeeded.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>Reserves a number of requests; false if the limit would be exceeded.</summary>
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
