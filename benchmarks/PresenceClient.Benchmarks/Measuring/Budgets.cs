namespace PresenceClient.Benchmarks.Measuring;

/// <summary>Measures costs on this machine and prints them next to their budgets.</summary>
internal static class Budgets
{
    /// <summary>Prints a line for each budget as soon as it is measured.</summary>
    /// <returns>0 if all budgets are met; otherwise 1.</returns>
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
