using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator;

/// <content>Factory methods for frequent faults. Use <c>with</c> to set which requests are hit.</content>
public sealed partial record EmulatorFault
{
    /// <summary>
    /// Creates a fault that throttles requests (429) with the documented body, without effect on the tenant.
    /// </summary>
    /// <param name="retryAfter">The seconds in <c>Retry-After</c>, zero or more; a fraction is sent as such.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static EmulatorFault Throttle(TimeSpan retryAfter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, TimeSpan.Zero);
        return Status(429, EmulatedRetryAfter.Fraction(retryAfter));
    }

    /// <summary>
    /// Creates a fault that throttles requests (429) with an HTTP date in <c>Retry-After</c>, without effect on the
    /// tenant.
    /// </summary>
    /// <param name="retryAt">The time for the next attempt, sent in whole seconds.</param>
    /// <returns>The fault.</returns>
    public static EmulatorFault Throttle(DateTimeOffset retryAt) =>
        Status(429, EmulatedRetryAfter.Format(TimeSpan.Zero, retryAt.UtcDateTime, RetryAfterForm.HttpDate));

    /// <summary>
    /// Creates a fault that returns a status, from 400 on with an error in Graph's form, without effect on the tenant.
    /// </summary>
    /// <param name="statusCode">The status, 200 to 599.</param>
    /// <param name="retryAfter">The value of <c>Retry-After</c>, sent unchanged; null sends no such header.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is out of range.</exception>
    public static EmulatorFault Status(int statusCode, string? retryAfter = null)
    {
        var fault = new EmulatorFault { StatusCode = statusCode };
        return retryAfter is null ? fault : fault with { Headers = Header(EmulatedRetryAfter.Header, retryAfter) };
    }

    /// <summary>Creates a fault that resets the connection before the first byte of the answer.</summary>
    /// <param name="afterWork">Whether the request takes effect first. Default: false.</param>
    /// <returns>The fault.</returns>
    public static EmulatorFault DropConnection(bool afterWork = false) =>
        new() { Drop = true, TakesEffect = afterWork };

    /// <summary>Creates a fault that ends the connection in the middle of the body.</summary>
    /// <param name="bytes">The number of body bytes that are sent, 0 or more.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static EmulatorFault Truncate(int bytes) => new() { TruncateAt = bytes };

    /// <summary>Creates a fault that sends the body but never ends the answer.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault Endless() => new() { NeverEnds = true };

    /// <summary>Creates a fault that delays the answer.</summary>
    /// <param name="delay">The delay, zero to one day, by the time provider of the options.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is out of range.</exception>
    public static EmulatorFault Slow(TimeSpan delay) => new() { Delay = delay };

    /// <summary>
    /// Creates a fault that returns truncated JSON with the service's status, in a complete HTTP message.
    /// </summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault MalformedJson() => new() { Body = """{"value":[{"id":""" };

    /// <summary>Creates a fault that declares a content type other than JSON.</summary>
    /// <param name="contentType">The content type.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException">The type is null or blank.</exception>
    public static EmulatorFault WrongContentType(string contentType = "text/html")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        return new() { Headers = Header("Content-Type", contentType) };
    }

    /// <summary>Creates a fault that damages the entries of bulk reads.</summary>
    /// <param name="damage">The damage.</param>
    /// <returns>The fault.</returns>
    public static EmulatorFault BulkEntries(EntryDamage damage) =>
        new() { Entries = damage, Path = "/communications/getPresencesByUserId" };

    /// <summary>Creates a fault that delays the visibility of presence writes.</summary>
    /// <param name="visibleAfter">The delay, zero to 240 seconds of the tenant's clock.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of range.</exception>
    public static EmulatorFault DelayedWrites(TimeSpan visibleAfter) =>
        new() { VisibleAfter = visibleAfter, Method = "POST", Path = "*/presence/*" };

    /// <summary>Creates a fault that damages change notifications.</summary>
    /// <param name="damage">The damage; for late notifications, use <see cref="LateNotifications"/>.</param>
    /// <returns>The fault.</returns>
    public static EmulatorFault DamagedNotifications(NotificationDamage damage) => new() { Notification = damage };

    /// <summary>Creates a fault that delays change notifications.</summary>
    /// <param name="delay">The additional delay, more than zero, at most one day of the tenant's clock.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is out of range.</exception>
    public static EmulatorFault LateNotifications(TimeSpan delay) =>
        new() { Notification = NotificationDamage.Late, Delay = delay };

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = value };
}
