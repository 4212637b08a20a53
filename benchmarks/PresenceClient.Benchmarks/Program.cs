using System.Globalization;
using BenchmarkDotNet.Running;
using PresenceClient.Benchmarks;
using PresenceClient.Benchmarks.LargeRead;
using PresenceClient.Benchmarks.LargeWatch;
using PresenceClient.Benchmarks.Measuring;
using PresenceClient.Benchmarks.Recording;
using PresenceClient.Benchmarks.Start;

#if DEBUG
if (args is ["--budgets" or "--cost" or "--start" or "--read" or "--watch" or "--record", ..])
{
    await Console.Error.WriteLineAsync("A Debug build costs more than what people use: measure with -c Release.");
    return 2;
}
#endif

switch (args)
{
    case ["--budgets"]:
        return await Budgets.RunAsync(Console.Out, BudgetTable.Rows, CancellationToken.None);
    case ["--budgets", var word]:
        return await Budgets.RunAsync(
            Console.Out,
            BudgetTable.Rows.Where(row => row.Work.Contains(word, StringComparison.OrdinalIgnoreCase)),
            CancellationToken.None);
    case ["--cost", var work]:
        Budget row = BudgetTable.Rows.Single(row => row.Work == work);
        double cost = await row.MeasureAsync(CancellationToken.None);
        Console.WriteLine(cost.ToString(CultureInfo.InvariantCulture));
        return 0;
    case ["--start"]:
        return await StartRun.RunAsync(Console.Out, CancellationToken.None);
    case ["--read", var text] when int.TryParse(text, CultureInfo.InvariantCulture, out int users) && users > 0:
        await LargeReadRun.RunAsync(Console.Out, users, CancellationToken.None);
        return 0;
    case ["--watch", var text] when int.TryParse(text, CultureInfo.InvariantCulture, out int users) && users > 0:
        await LargeWatchRun.RunAsync(Console.Out, users, CancellationToken.None);
        return 0;
    case ["--record"]:
        return await Recorder.RunAsync(Console.Out, CancellationToken.None);
    case ["--pages"]:
        await Recorder.WritePagesAsync(CancellationToken.None);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(BulkReadBenchmarks).Assembly).Run(args);
        return 0;
}
