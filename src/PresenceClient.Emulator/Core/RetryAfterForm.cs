namespace PresenceClient.Emulator;

/// <summary>How a <c>Retry-After</c> header says how long to wait; HTTP and Graph know all three.</summary>
public enum RetryAfterForm
{
    /// <summary>Whole seconds, rounded up, such as <c>10</c>: Graph's current sample.</summary>
    Seconds,

    /// <summary>Seconds with a fraction, such as <c>2.128</c>: Graph's sample of 2020.</summary>
    FractionalSeconds,

    /// <summary>The time to wait for, such as <c>Mon, 07 Sep 2026 09:00:10 GMT</c>, by the tenant's clock.</summary>
    HttpDate,
}
