namespace PresenceClient.Benchmarks.Measuring;

/// <summary>Measures what things cost on this machine and prints it beside what they may cost.</summary>
internal static class Budgets
{
    /// <summary>Prints a line for each budget as soon as it is measured.</summary>
    /// <returns>0 if all are kept; 1 if one is not.</returns>
    public static async Task<int> RunAsync(
        TextWriter output, IEnumerable<Budget> budgets, CancellationToken cancellationToken)
    {
        int code = 0;
        foreach (Budget budget in budgets)
        {
            double cost = await budget.MeasureAsync(cancellationToken).ConfigureAwait(false);
            await output.WriteLineAsync(budget.Describe(cost)).ConfigureAwait(false);
            if (!budget.IsKeptBy(cost))
            {
                code = 1;
            }
        }

        return code;
    }
}
