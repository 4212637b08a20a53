using PresenceClient.Benchmarks.LargeRead;
using PresenceClient.Benchmarks.Measuring;

namespace PresenceClient.Benchmarks.Start;

/// <summary>
/// Publishes the same small program for each client in each form, and starts all of them in turn, against the
/// emulator's tool in another process.
/// </summary>
internal static class StartRun
{
    private const int Users = 650;
    private const int Rounds = 15;

    /// <summary>Prints a line for each program, and one for each budget.</summary>
    /// <returns>0 if all budgets are met; otherwise 1.</returns>
    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("presence-start-").FullName;
        try
        {
            StartProgram[] programs =
            [
                .. StartForm.All.SelectMany(form => StartBudget.Clients.Select(client => new StartProgram(
                    client, form, Path.Combine(folder, $"{client} {form.Name}".Replace(' ', '-'))))),
            ];
            foreach (StartProgram program in programs)
            {
                await program.PublishAsync(cancellationToken);
            }

            await MeasureAsync(programs, Path.Combine(folder, "ids.txt"), cancellationToken);
            await output.WriteLineAsync(StartCost.Header);
            foreach (StartProgram program in programs)
            {
                await output.WriteLineAsync(StartCost.Median(program.Costs)
                    .Describe(program.Client, program.Form.Name, program.Megabytes));
            }

            await output.WriteLineAsync();
            return await Budgets.RunAsync(
                output, StartBudget.All.Select(budget => budget.From(programs)), cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(
        StartProgram[] programs, string idsFile, CancellationToken cancellationToken)
    {
        await using EmulatorProcess emulator = await EmulatorProcess.StartAsync(Users, cancellationToken);
        string[] ids = await emulator.ReadIdsAsync(cancellationToken);
        string token = await emulator.SignInAsync(cancellationToken);
        await File.WriteAllLinesAsync(idsFile, ids, cancellationToken);

        // The first round warms the emulator and the disk's cache.
        for (int round = 0; round <= Rounds; round++)
        {
            foreach (StartProgram program in programs)
            {
                await program.RunAsync(emulator.Address, token, idsFile, ids.Length, isCounted: round > 0);
            }
        }
    }
}
