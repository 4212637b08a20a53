using System.Globalization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Serialization;

/// <summary>How long the random tests run: short in every build, as long as an environment variable says.</summary>
internal static class Runs
{
    /// <summary>
    /// Names the variable with the number of tries, for example 1000000. CONTRIBUTING has the command.
    /// </summary>
    private const string Variable = "PRESENCE_FUZZ_TRIES";

    public static int Tries(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out int tries)
            ? tries
            : usual;

    /// <summary>Runs a check for every seed from 0 on, on all cores, and stops when the test is stopped.</summary>
    public static void ForEachSeed(int tries, Action<int> check) => Parallel.For(
        0, tries, new ParallelOptions { CancellationToken = Test.Token }, check);
}
