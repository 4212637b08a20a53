namespace CallStatusSync;

/// <summary>Something that happened to a person's call.</summary>
/// <param name="Time">When it happened, by the clock of the phone system.</param>
/// <param name="Who">The person: a sign-in name or an object id.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Call">The id of the call; blank if the person has one call at a time.</param>
internal sealed record PhoneEvent(DateTimeOffset Time, string Who, PhoneEventKind Kind, string Call = "");
