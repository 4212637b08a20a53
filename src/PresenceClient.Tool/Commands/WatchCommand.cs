using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary><c>presence watch</c>: prints each change until it is stopped.</summary>
internal sealed class WatchCommand : ToolCommand
{
    private const string Summary = "Prints each change of presence as a line, until Ctrl-C or the end of the pipe.";

    private const string Examples = """
        The first lines are the present states. Trouble and recovery are on standard error. With
        --json, each change is a JSON object on its own line.

        Examples:
          presence watch team.txt
          presence watch --group GUID --interval 30 --json
          presence watch --all --emulator
        """;

    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(10);

    private readonly ToolArguments _tool;
    private readonly WhoArgument _who = new(reads: true);
    private readonly Option<StateFilter?> _filter = OptionParsers.State("--filter", HelpText.Filter);

    private readonly Option<int?> _interval =
        OptionParsers.WholeNumber("--interval", HelpText.Interval, 1, 3_600);

    public WatchCommand(ToolArguments tool)
        : base("watch", Summary, Examples)
    {
        _tool = tool;
        _who.AddTo(this);
        Add(_filter);
        Add(_interval);
    }

    public override bool EndsByInterrupt => true;

    public override IEnumerable<string> Broken(ParseResult given, CliHost host) => _who.Broken(given, _tool, host);

    public override async Task<int> RunAsync(ParseResult parsed, CliHost host, CancellationToken stop)
    {
        Who who = _who.Read(parsed, host);
        Target target = _tool.ReadTarget(parsed, who.HasMe) with { IsLive = true };
        await using Organization organization = await host.Connect(target, stop);
        FoundPeople found = await PeopleFinder.FindAsync(organization.Client, who, host, stop);
        TimeSpan interval = parsed.GetValue(_interval) is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualInterval;
        await using PresenceWatch watch = organization.Client.Presences.CreateWatch(
            new PresenceWatchOptions { Interval = interval });
        watch.Users.Add(found.People.Ids);
        Action<TextWriter, PresenceChange, DirectoryUser> print =
            ChangeLines.Begin(_tool.Format.Read(parsed), found, host);
        await new ChangeFeed(host, watch, found.People, parsed.GetValue(_filter), print).RunAsync(stop);
        return ExitCode.Success;
    }
}
