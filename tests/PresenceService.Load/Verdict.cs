namespace PresenceService.Load;

/// <summary>The outcome of a request.</summary>
internal enum Verdict
{
    /// <summary>No answer, or one that the service does not promise.</summary>
    Lost,

    /// <summary>A state that was true at some moment between the request's start and its end.</summary>
    Right,

    /// <summary>A state that was true at no moment in between.</summary>
    Wrong,

    /// <summary>A problem that says that the tenant failed, in spite of the client's retries.</summary>
    Problem,
}
