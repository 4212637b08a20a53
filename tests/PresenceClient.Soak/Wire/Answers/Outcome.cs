namespace PresenceClient.Soak.Wire.Answers;

/// <summary>What the client must do with an answer.</summary>
internal enum Outcome
{
    /// <summary>Take it.</summary>
    Taken,

    /// <summary>Send the request again, or fail with it once the attempts or the time are used up.</summary>
    Retried,

    /// <summary>Fail with it, without another attempt.</summary>
    Final,

    /// <summary>Fail with it; whether there is another attempt is the client's choice.</summary>
    Open,

    /// <summary>Sign in with the claims and send the request once more, or fail with it.</summary>
    Challenged,
}
