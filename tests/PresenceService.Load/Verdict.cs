namespace PresenceService.Load;

/// <summary>What became of a request.</summary>
internal enum Verdict
{
    /// <summary>No answer, or none that the service promises.</summary>
    Lost,

    /// <summary>As it was at some moment between the request's start and its end.</summary>
    Right,

    /// <summary>As it was at no moment in between.</summary>
    Wrong,

    /// <summary>A problem that says that the tenant failed, after the client's retries.</summary>
    Problem,
}
