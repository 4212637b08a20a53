namespace PresenceClient.Emulator;

/// <summary>
/// Something that goes wrong with requests to Graph: this part says with which. A fault damages answers, never the
/// tenant: each request either does its whole work or none of it (<see cref="TakesEffect"/>). A request meets one
/// fault at most, the first injected that fits.
/// </summary>
public sealed partial record EmulatorFault
{
    /// <summary>
    /// Which paths, ignoring case, with or without <c>/v1.0</c>: <c>*</c> stands for any text, slashes too, <c>?</c>
    /// for any one letter. Such as <c>/users/*/presence</c>; <c>*</c>, everything, by default.
    /// </summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Path
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Path));
            field = value;
        }
    } = "*";

    /// <summary>Which method, ignoring case; null, the default, is any.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// How probably a request that fits is hit: from 0 to 1, 1 by default. The tenant's seed and the number of the
    /// request among those that fit decide.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public double Probability
    {
        get;
        init
        {
            if (!(value >= 0 && value <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(Probability), value, "Must be from 0 to 1.");
            }
            field = value;
        }
    } = 1;

    /// <summary>
    /// How many requests that fit pass unharmed first: 0 by default. The nth request alone is <c>Skip = n - 1</c> with
    /// <c>Times = 1</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Skip
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Skip));
            field = value;
        }
    }

    /// <summary>How many requests are hit, at least 1; null, the default, is any number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? Times
    {
        get;
        init
        {
            if (value is { } times)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(times, 1, nameof(Times));
            }
            field = value;
        }
    }

    /// <summary>
    /// For how long, by the tenant's clock and from the injection on; more than zero. Null, the default, is for ever.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than zero.</exception>
    public TimeSpan? Duration
    {
        get;
        init
        {
            if (value is { } duration)
            {
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero, nameof(Duration));
            }
            field = value;
        }
    }
}
