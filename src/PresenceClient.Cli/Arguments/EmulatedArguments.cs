using System.CommandLine;

namespace PresenceClient.Cli;

/// <summary>The options of the emulated organization.</summary>
internal sealed class EmulatedArguments
{
    public Option<int?> Users { get; } = OptionParsers.WholeNumber(
        "--users", "The number of users of the emulated organization [default: 30].", 1, 1_000_000);

    public Option<int?> Seed { get; } = OptionParsers.WholeNumber(
        "--seed",
        "The seed of the emulated organization; the same seed gives the same people [default: 42].",
        int.MinValue,
        int.MaxValue);

    /// <summary>Whether the command line has one of the options.</summary>
    public bool AnyGiven(ParseResult given) => given.Has(Users) || given.Has(Seed);

    public Target Read(ParseResult parsed)
    {
        var usual = new Target();
        return usual with
        {
            Users = parsed.GetValue(Users) ?? usual.Users,
            Seed = parsed.GetValue(Seed) ?? usual.Seed,
        };
    }
}
