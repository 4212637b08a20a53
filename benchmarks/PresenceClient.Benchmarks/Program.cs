using System.Globalization;
using BenchmarkDotNet.Running;
using PresenceClient.Benchmarks;
using PresenceClient.Benchmarks.LargeRead;
using PresenceClient.Benchmarks.Measuring;

#if DEBUG
if (args is ["--budgets" or "--read", ..])
{
    await Console.Error.WriteLineAsync("A Debug build costs more than what people use: measure with -c Release.");
    return 2;
}
#endif

switch (args)
{
    case ["--budgets"]:
        return await Budgets.RunAsync(Console.Out, BudgetTable.Rows, CancellationToken.None);
    case ["--budgets", "emulator"]:
        return await Budgets.RunAsync(
            Console.Out, EmulatorBudgets.Create(EmulatorBudgets.Population), CancellationToken.None);
    case ["--read", var text] when int.TryParse(text, CultureInfo.InvariantCulture, out int users) && users > 0:
        await LargeReadRun.RunAsync(Console.Out, users, CancellationToken.None);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(BulkReadBenchmarks).Assembly).Run(args);
        return 0;
}
