namespace PresenceClient.Presences.Loading;

/// <summary>The stage of a batch. Stages are only passed forward.</summary>
internal enum BatchStage
{
    /// <summary>The batch accepts users and is not scheduled yet.</summary>
    Gathering,

    /// <summary>The batch is queued to the thread pool. It accepts users until it runs or is full.</summary>
    Scheduled,

    /// <summary>The request is in flight.</summary>
    Sent,

    /// <summary>The batch was answered, has failed, or was abandoned because it has no waiters.</summary>
    Over,
}
