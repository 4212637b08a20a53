namespace PresenceClient.Emulator;

/// <content>The effects on a request that is hit. Effects can be combined, except where noted.</content>
public sealed partial record EmulatorFault
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestBlindness = TimeSpan.FromSeconds(240);

    /// <summary>The status to return, 200 to 599.</summary>
    /// <remarks>
    /// Default: null, the service's status. With a status, the request does not take effect, unless
    /// <see cref="TakesEffect"/> is true. From 400 on, the body is an error in Graph's form, unless <see cref="Body"/>
    /// is set.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int? StatusCode
    {
        get;
        init
        {
            if (value is < 200 or > 599)
            {
                throw new ArgumentOutOfRangeException(nameof(StatusCode), value, "It must be from 200 to 599.");
            }

            field = value;
        }
    }

    /// <summary>
    /// The headers to add to the answer or to replace in it, for example <c>Retry-After</c> or <c>Content-Type</c>.
    /// </summary>
    /// <remarks>Default: none.</remarks>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyDictionary<string, string> Headers
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Headers));
            field = value;
        }
    } = new Dictionary<string, string>();

    /// <summary>The body to return; an empty text for an empty body.</summary>
    /// <remarks>Default: null, the service's body.</remarks>
    public string? Body { get; init; }

    /// <summary>The damage to the entries of an answer that is a collection.</summary>
    /// <remarks>Default: none.</remarks>
    public EntryDamage Entries { get; init; }

    /// <summary>
    /// How long readers see the former state of the user after a write: zero to 240 seconds of the tenant's clock.
    /// </summary>
    /// <remarks>Default: zero. The write itself takes effect at once.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan VisibleAfter
    {
        get;
        init => field = Check(value, LongestBlindness, nameof(VisibleAfter));
    }

    /// <summary>
    /// The delay of the first byte of the answer, by the time provider of the options: zero to one day.
    /// </summary>
    /// <remarks>
    /// Default: zero. The request takes effect before the delay. Only the connection is slow. In a batch, this effect
    /// and the following ones, except <see cref="TakesEffect"/>, have no effect, and a fault without other effects
    /// does not hit the requests of a batch.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan Delay
    {
        get;
        init => field = Check(value, LongestDelay, nameof(Delay));
    }

    /// <summary>Whether the connection is reset in place of an answer.</summary>
    /// <remarks>
    /// The request does not take effect, unless <see cref="TakesEffect"/> is true. Over HTTP/2, only the stream of the
    /// request is reset.
    /// </remarks>
    public bool Drop { get; init; }

    /// <summary>
    /// The number of body bytes, 0 or more, after which the connection ends, although more were announced.
    /// </summary>
    /// <remarks>Default: null, the whole body. A shorter body is sent completely.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? TruncateAt
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(TruncateAt));
            field = value;
        }
    }

    /// <summary>
    /// The pause before each 16 bytes of the body, by the time provider of the options: zero to one day.
    /// </summary>
    /// <remarks>Default: zero.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan Trickle
    {
        get;
        init => field = Check(value, LongestDelay, nameof(Trickle));
    }

    /// <summary>Whether the answer never ends.</summary>
    /// <remarks>
    /// After the body, or the part that <see cref="TruncateAt"/> allows, the connection stays open without data, or
    /// with <see cref="Trickle"/> continues with spaces, until the client disconnects.
    /// </remarks>
    public bool NeverEnds { get; init; }

    /// <summary>
    /// The damage to change notifications. Such a fault hits notifications and no requests;
    /// <see cref="Path"/> selects them by their resource, for example <c>/communications/presences/*</c>.
    /// </summary>
    /// <remarks>
    /// Default: none. It can be combined only with <see cref="Delay"/>, for
    /// <see cref="NotificationDamage.Late"/>.
    /// </remarks>
    public NotificationDamage Notification { get; init; }

    /// <summary>Whether the request takes effect.</summary>
    /// <remarks>
    /// Default: null, which means false if the fault returns a status or drops the connection, and true otherwise.
    /// False is valid only with a status or a drop, because every other effect needs an answer to damage.
    /// </remarks>
    public bool? TakesEffect { get; init; }

    private static TimeSpan Check(TimeSpan value, TimeSpan longest, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, longest, name);
        return value;
    }
}
