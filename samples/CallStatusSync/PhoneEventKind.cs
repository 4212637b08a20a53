namespace CallStatusSync;

/// <summary>What a phone system reports of a call.</summary>
internal enum PhoneEventKind
{
    Ringing,

    /// <summary>The person talks: after ringing, or after the call was held.</summary>
    Answered,

    Held,
    HungUp,
}
