namespace PresenceClient.Emulator;

/// <summary>The form of a <c>Retry-After</c> header.</summary>
/// <remarks>HTTP and Graph use all three.</remarks>
public enum RetryAfterForm
{
    /// <summary>Whole seconds, rounded up, for example <c>10</c>: Graph's current sample.</summary>
    Seconds,

    /// <summary>Seconds with a fraction, for example <c>2.128</c>: Graph's sample of 2020.</summary>
    FractionalSeconds,

    /// <summary>
    /// The time to wait for, for example <c>Mon, 07 Sep 2026 09:00:10 GMT</c>, by the tenant's clock.
    /// </summary>
    HttpDate,
}
