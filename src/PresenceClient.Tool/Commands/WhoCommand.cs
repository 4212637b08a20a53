using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary><c>presence who</c>: looks up names and ids in the directory.</summary>
internal sealed class WhoCommand : ToolCommand
{
    private const string Summary = "Looks up people in the directory: sign-in names to ids, and ids to names.";

    private const string Examples = """
        Examples:
          presence who adele@contoso.com
          presence who names.txt --csv > people.csv
          presence who --group GUID --json
          presence who --all --emulator
        """;

    private readonly ToolArguments _tool;
    private readonly WhoArgument _who = new(reads: true);

    public WhoCommand(ToolArguments tool)
        : base("who", Summary, Examples)
    {
        _tool = tool;
        _who.AddTo(this);
    }

    public override IEnumerable<string> Broken(ParseResult given, CliHost host) => _who.Broken(given, _tool, host);

    public override async Task<int> RunAsync(ParseResult parsed, CliHost host, CancellationToken stop)
    {
        Who who = _who.Read(parsed, host);
        await using Organization organization = await host.Connect(_tool.ReadTarget(parsed, who.HasMe), stop);
        FoundPeople found = await PeopleFinder.FindAsync(organization.Client, who, host, stop);
        IReadOnlyList<DirectoryUser> users = who.Words.Count > 0
            ? await UserLookup.NameAsync(organization.Client.Users, found.Users, host, stop)
            : found.Users;
        UserList.Print(users, _tool.Format.Read(parsed), host);
        return !found.HasGaps && users.Count == found.Users.Count ? ExitCode.Success
            : users.Count > 0 ? ToolExitCode.Incomplete
            : ExitCode.Failure;
    }
}
