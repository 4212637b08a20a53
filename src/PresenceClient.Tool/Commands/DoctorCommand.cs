using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary><c>presence doctor</c>: signs in, and says what the token can do.</summary>
internal sealed class DoctorCommand : ToolCommand
{
    private const string Summary = "Signs in, and says which operations this token can do and which permissions are "
        + "missing.";

    private static readonly string Examples = $"""
        It reads the permissions in the token and sends no request to Graph. COMMAND is one of
        {string.Join(", ", Finding.AllCommands)}; "group" is --group. The exit code is 5 if one
        of them lacks a permission, so name those that you need.

        Examples:
          presence doctor
          presence doctor get watch
          presence doctor --json
          presence doctor --emulator --interactive
        """;

    private readonly ToolArguments _tool;

    private readonly Argument<string[]> _commands = new("COMMAND")
    {
        Description = "Only the operations of these commands.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public DoctorCommand(ToolArguments tool)
        : base("doctor", Summary, Examples)
    {
        _tool = tool;
        Add(_commands);
    }

    public override IEnumerable<string> Broken(ParseResult given, CliHost host) =>
        (given.GetValue(_commands) ?? []).Except(Finding.AllCommands, StringComparer.Ordinal).Select(word =>
            $"'{word}' is not a command with permissions. The commands are {string.Join(", ", Finding.AllCommands)}.");

    public override async Task<int> RunAsync(ParseResult parsed, CliHost host, CancellationToken stop)
    {
        await using Organization organization = await host.Connect(_tool.ReadTarget(parsed), stop);
        var token = TokenFacts.TryRead(await SignInProbe.GetTokenAsync(organization.Credential, stop));
        var diagnosis = new Diagnosis(
            organization.Name, token, token is null ? [] : Finding.Of(token, parsed.GetValue(_commands) ?? []));
        DoctorReport.Print(diagnosis, _tool.Format.Read(parsed), host);
        if (token is null)
        {
            host.Say("Signing in succeeded, but the token is not a JSON Web Token that can be decoded, so its "
                + "permissions are not known. Graph can still accept it: try presence get.");
        }

        return diagnosis.ExitCode;
    }
}
