namespace PresenceClient.Emulator;

/// <content>What happens to a request that is hit. Effects combine, but for those said not to.</content>
public sealed partial record EmulatorFault
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestBlindness = TimeSpan.FromSeconds(240);

    /// <summary>
    /// The status to answer, 200 to 599; null, the default, leaves the service's. The request then does no work, unless
    /// <see cref="TakesEffect"/> says so, and from 400 on the body is an error of Graph's form, unless
    /// <see cref="Body"/> gives one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int? StatusCode
    {
        get;
        init
        {
            if (value is < 200 or > 599)
            {
                throw new ArgumentOutOfRangeException(nameof(StatusCode), value, "Must be from 200 to 599.");
            }
            field = value;
        }
    }

    /// <summary>
    /// Headers to add to the answer or to set in it, <c>Retry-After</c> or <c>Content-Type</c> for example; none by
    /// default.
    /// </summary>
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

    /// <summary>The body to answer, empty for none; null, the default, leaves the answer's own.</summary>
    public string? Body { get; init; }

    /// <summary>What is done to the entries of the answer, if it is a collection; nothing by default.</summary>
    public EntryDamage Entries { get; init; }

    /// <summary>
    /// How long after a write the readers still see the user as before: zero, the default, to 240 seconds of the
    /// tenant's clock. The write itself takes effect at once.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan VisibleAfter
    {
        get;
        init => field = Check(value, LongestBlindness, nameof(VisibleAfter));
    }

    /// <summary>
    /// How long the first byte of the answer is held back, by the time provider of the options: zero, the default, to
    /// one day. The work is done before. The connection alone is slow, so inside a batch this and what follows below,
    /// but for <see cref="TakesEffect"/>, does nothing; a fault that does nothing else passes such requests by.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan Delay
    {
        get;
        init => field = Check(value, LongestDelay, nameof(Delay));
    }

    /// <summary>
    /// Whether the connection is reset in place of an answer. The request does no work before, unless
    /// <see cref="TakesEffect"/> says so.
    /// </summary>
    public bool Drop { get; init; }

    /// <summary>
    /// After how many bytes of the body the connection ends, 0 or more, though more were promised; null, the default,
    /// sends all. A shorter body is sent whole.
    /// </summary>
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
    /// The pause before each 16 bytes of the body, by the time provider of the options: zero, the default, to one day.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan Trickle
    {
        get;
        init => field = Check(value, LongestDelay, nameof(Trickle));
    }

    /// <summary>
    /// Whether the answer never ends: after the body, or as much of it as <see cref="TruncateAt"/> leaves, the
    /// connection stays open in silence, or with <see cref="Trickle"/> goes on sending spaces, until the caller leaves.
    /// </summary>
    public bool NeverEnds { get; init; }

    /// <summary>
    /// Whether the request does its work all the same. Null, the default: not if the fault gives a status or drops the
    /// connection, else it does. False is for those two alone, since every other effect needs an answer to damage.
    /// </summary>
    public bool? TakesEffect { get; init; }

    private static TimeSpan Check(TimeSpan value, TimeSpan longest, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, longest, name);
        return value;
    }
}
