namespace PresenceService.Load;

/// <summary>The outcome of a request.</summary>
internal enum Verdict
{
    /// <summary>No answer, or an unexpected one.</summary>
    Lost,

    /// <summary>A state that was visible at some moment between the request's start and its end.</summary>
    Right,

    /// <summary>A state that was not visible at any moment between the request's start and its end.</summary>
    Wrong,

    /// <summary>A problem that says that the tenant failed after all retries of the client.</summary>
    Problem,
}
