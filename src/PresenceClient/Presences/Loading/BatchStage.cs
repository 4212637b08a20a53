namespace PresenceClient.Presences.Loading;

/// <summary>How far a batch is. It only goes forward.</summary>
internal enum BatchStage
{
    /// <summary>Takes users, and nothing says yet when it is sent.</summary>
    Gathering,

    /// <summary>Will be sent as soon as the pool gets to it; takes users until then, if it is not full.</summary>
    Scheduled,

    /// <summary>Its request is under way.</summary>
    Sent,

    /// <summary>Answered, failed, or given up because nobody waits any more.</summary>
    Over,
}
