using System.CommandLine;

namespace PresenceBoard;

/// <summary>The command line and its options.</summary>
internal sealed class BoardArguments
{
    /// <param name="variable">Reads an environment variable.</param>
    public BoardArguments(Func<string, string?> variable)
    {
        SignIn = new SignInArguments(variable);
        Command = new RootCommand(HelpText.Program)
        {
            Once, Follow, Format.Json, Format.Csv, Filter, Interval, Emulated.Users, Emulated.Seed, Ids, Group.Id,
        };
        foreach (Option option in SignIn.All)
        {
            Command.Add(option);
        }
    }

    public RootCommand Command { get; }

    public Option<bool> Once { get; } = new("--once") { Description = HelpText.Once };

    public Option<bool> Follow { get; } = new("--follow") { Description = HelpText.Follow };

    public FormatArguments Format { get; } = new(HelpText.Json, HelpText.Csv);

    public Option<StateFilter?> Filter { get; } = OptionParsers.State("--filter", HelpText.Filter);

    public Option<int?> Interval { get; } = OptionParsers.WholeNumber("--interval", HelpText.Interval, 1, 3_600);

    public EmulatedArguments Emulated { get; } = new();

    public Option<string?> Ids { get; } = new("--ids") { Description = HelpText.Ids, HelpName = "FILE" };

    public GroupArgument Group { get; } = new(HelpText.Group);

    public SignInArguments SignIn { get; }

    /// <summary>Reads arguments that have no errors.</summary>
    public BoardOptions Read(ParseResult parsed)
    {
        var usual = new BoardOptions();
        OutputFormat format = Format.Read(parsed);
        return usual with
        {
            Once = parsed.GetValue(Once) || (format != OutputFormat.Table && !parsed.GetValue(Follow)),
            Follow = parsed.GetValue(Follow),
            Format = format,
            Filter = parsed.GetValue(Filter),
            Interval = parsed.GetValue(Interval) is { } seconds ? TimeSpan.FromSeconds(seconds) : usual.Interval,
            IdsFile = parsed.GetValue(Ids),
            Group = parsed.GetValue(Group.Id),
            Target = Emulated.Read(parsed) with { SignIn = SignIn.Read(parsed) },
        };
    }
}
