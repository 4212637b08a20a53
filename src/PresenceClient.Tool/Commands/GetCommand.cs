using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary><c>presence get</c>: reads presences once.</summary>
internal sealed class GetCommand : ToolCommand
{
    private const string Summary = "Reads the presence of people.";

    private const string Examples = """
        Examples:
          presence get adele@contoso.com
          presence get adele@contoso.com 7a2b5b1e-0c37-4f0a-9c4d-3f1f5d0a8a11 team.txt
          presence get --json < ids.txt
          presence get --group GUID --filter in-a-call
          presence get --all --emulator
        """;

    private readonly ToolArguments _tool;
    private readonly WhoArgument _who = new(reads: true);
    private readonly Option<StateFilter?> _filter = OptionParsers.State("--filter", HelpText.Filter);

    public GetCommand(ToolArguments tool)
        : base("get", Summary, Examples)
    {
        _tool = tool;
        _who.AddTo(this);
        Add(_filter);
    }

    public override IEnumerable<string> Broken(ParseResult given, CliHost host) => _who.Broken(given, _tool, host);

    public override async Task<int> RunAsync(ParseResult parsed, CliHost host, CancellationToken stop)
    {
        Who who = _who.Read(parsed, host);
        await using Organization organization = await host.Connect(_tool.ReadTarget(parsed, who.HasMe), stop);
        FoundPeople found = await PeopleFinder.FindAsync(organization.Client, who, host, stop);
        PresenceReadResult read = await PresencesOf(found, organization.Client, host, stop);
        StateFilter? filter = parsed.GetValue(_filter);
        int printed = Presences.Print(found, read, filter, _tool.Format.Read(parsed), host);
        if (printed == 0 && filter is not null && read.Count > 0)
        {
            host.Say($"--filter {filter.Name}: {StateText.People(read.Count)}, none in this state.");
        }

        PresenceReport.SayGaps(read, host);
        bool isComplete = !found.HasGaps && read.Missing.Count == 0 && read.Failures.Count == 0;
        return isComplete ? ExitCode.Success
            : read.Count > 0 ? ToolExitCode.Incomplete
            : read.Failures.Count > 0 ? ToolExitCode.Of(read.Failures[0].Exception)
            : ExitCode.Failure;
    }

    // The own presence is known already, and reading it with the others would need another permission.
    private static async Task<PresenceReadResult> PresencesOf(
        FoundPeople found, PresenceServiceClient client, CliHost host, CancellationToken stop) =>
        found is { Mine: { } mine, Users.Count: 1 }
            ? new PresenceReadResult([mine])
            : await LoadingBar.RunAsync(host.Error, progress =>
                PresenceReader.ReadAsync(client.Presences, found.People.Ids, progress, stop));
}
