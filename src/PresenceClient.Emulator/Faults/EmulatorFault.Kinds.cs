using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator;

/// <summary>The usual faults by their names; <c>with</c> says when and where.</summary>
public sealed partial record EmulatorFault
{
    /// <summary>Answers 429 in place of the work, with the documented body.</summary>
    /// <param name="retryAfter">
    /// The seconds in <c>Retry-After</c>, zero or more, with a fraction if they have one.
    /// </param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static EmulatorFault Throttle(TimeSpan retryAfter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, TimeSpan.Zero);
        return Status(429, EmulatedRetryAfter.Fraction(retryAfter));
    }

    /// <summary>Answers 429 in place of the work, with an HTTP date in <c>Retry-After</c>.</summary>
    /// <param name="retryAt">When to ask again, sent in whole seconds.</param>
    /// <returns>The fault.</returns>
    public static EmulatorFault Throttle(DateTimeOffset retryAt) =>
        Status(429, EmulatedRetryAfter.Format(TimeSpan.Zero, retryAt.UtcDateTime, RetryAfterForm.HttpDate));

    /// <summary>Answers a status in place of the work; from 400 on with an error of Graph's form.</summary>
    /// <param name="statusCode">The status, 200 to 599.</param>
    /// <param name="retryAfter">The value of <c>Retry-After</c>, sent as it is; null sends no such header.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is outside that range.</exception>
    public static EmulatorFault Status(int statusCode, string? retryAfter = null)
    {
        var fault = new EmulatorFault { StatusCode = statusCode };
        return retryAfter is null ? fault : fault with { Headers = Header(EmulatedRetryAfter.Header, retryAfter) };
    }

    /// <summary>Resets the connection before the first byte of the answer.</summary>
    /// <param name="afterWork">Whether the request does its work first; it does none by default.</param>
    /// <returns>The fault.</returns>
    public static EmulatorFault DropConnection(bool afterWork = false) =>
        new() { Drop = true, TakesEffect = afterWork };

    /// <summary>Ends the connection in the middle of the body.</summary>
    /// <param name="bytes">How many bytes of the body arrive, 0 or more.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static EmulatorFault Truncate(int bytes) => new() { TruncateAt = bytes };

    /// <summary>Sends the body and then neither more nor the end.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault Endless() => new() { NeverEnds = true };

    /// <summary>Holds the answer back.</summary>
    /// <param name="delay">For how long: zero to one day, by the time provider of the options.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is outside that range.</exception>
    public static EmulatorFault Slow(TimeSpan delay) => new() { Delay = delay };

    /// <summary>Answers the service's status with a body that breaks off, though the message is whole.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault MalformedJson() => new() { Body = """{"value":[{"id":""" };

    /// <summary>Calls the body something else than JSON.</summary>
    /// <param name="contentType">What to call it.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException">The type is null or blank.</exception>
    public static EmulatorFault WrongContentType(string contentType = "text/html")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        return new() { Headers = Header("Content-Type", contentType) };
    }

    /// <summary>Damages the entries of bulk reads.</summary>
    /// <param name="damage">What to do to them.</param>
    /// <returns>The fault.</returns>
    public static EmulatorFault BulkEntries(EntryDamage damage) =>
        new() { Entries = damage, Path = "/communications/getPresencesByUserId" };

    /// <summary>Lets readers see what is written to presences only after a while.</summary>
    /// <param name="visibleAfter">After how long: zero to 240 seconds of the tenant's clock.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is outside that range.</exception>
    public static EmulatorFault DelayedWrites(TimeSpan visibleAfter) =>
        new() { VisibleAfter = visibleAfter, Method = "POST", Path = "*/presence/*" };

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = value };
}
