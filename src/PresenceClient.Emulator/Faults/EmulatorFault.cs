namespace PresenceClient.Emulator;

/// <summary>A fault that is injected into requests to Graph.</summary>
/// <remarks>
/// A fault damages answers, not the tenant: each request takes effect completely or
/// not at all (<see cref="TakesEffect"/>). A request is hit by at most one fault, the first injected one that matches.
/// </remarks>
public sealed partial record EmulatorFault
{
    /// <summary>
    /// The paths to hit, ignoring case, with or without <c>/v1.0</c>, for example <c>/users/*/presence</c>.
    /// </summary>
    /// <remarks>
    /// <c>*</c> matches any text, including slashes, and <c>?</c> matches one character. Default: <c>*</c>, all paths.
    /// </remarks>
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

    /// <summary>The method to hit, ignoring case.</summary>
    /// <remarks>Default: null, any method.</remarks>
    public string? Method { get; init; }

    /// <summary>The probability that a matching request is hit, from 0 to 1.</summary>
    /// <remarks>
    /// Default: 1. The result depends on the tenant's seed and the number of the request among the matching ones.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Probability
    {
        get;
        init
        {
            if (!(value >= 0 && value <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(Probability), value, "It must be from 0 to 1.");
            }

            field = value;
        }
    } = 1;

    /// <summary>The number of matching requests to leave unharmed first.</summary>
    /// <remarks>Default: 0. To hit only the nth request, set <c>Skip = n - 1</c> and <c>Times = 1</c>.</remarks>
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

    /// <summary>The number of requests to hit, at least 1.</summary>
    /// <remarks>Default: null, any number.</remarks>
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
    /// The time for which the fault is in force, from its injection, by the tenant's clock; more than zero.
    /// </summary>
    /// <remarks>Default: null, no end.</remarks>
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
