using System.Globalization;

namespace PresenceClient.Benchmarks.Measuring;

/// <summary>A budget for some work, with the measurement of its cost.</summary>
/// <param name="Work">The measured work.</param>
/// <param name="Limit">The highest allowed cost.</param>
/// <param name="Unit">The unit of cost and limit; empty for a ratio.</param>
/// <param name="MeasureAsync">Measures the cost on this machine.</param>
internal sealed record Budget(
    string Work, double Limit, string Unit, Func<CancellationToken, Task<double>> MeasureAsync)
{
    private const double SmallRatio = 0.1;

    /// <summary>The share by which a measurement can exceed the limit, because machines are noisy.</summary>
    public double Noise { get; init; }

    public bool IsKeptBy(double cost) => cost <= Limit * (1 + Noise);

    /// <summary>Formats a line of a table: work, cost, budget, verdict.</summary>
    public string Describe(double cost)
    {
        string band = Noise > 0 ? string.Create(CultureInfo.InvariantCulture, $"+{Noise * 100:0}%") : "";
        string verdict = IsKeptBy(cost) ? "ok" : "MISSED";
        return $"{Work,-60} {Format(cost),11}  budget {Format(Limit),11} {band,-4}  {verdict}";
    }

    // For a small ratio, a fraction is easier to read: 1/50 and not 0.02.
    private string Format(double value) => value switch
    {
        _ when Unit.Length > 0 => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {Unit}"),
        > SmallRatio => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"1/{1 / value:0.#}"),
    };
}
