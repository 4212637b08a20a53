using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary><c>presence clear</c>: ends what the other commands set.</summary>
internal sealed class ClearCommand : WriteCommand
{
    private const string Summary = "Ends the session of this application, and prints what people see.";

    private const string Examples = """
        Without an option it ends the session that "presence set" started. It is not an error if
        there is none.

        Examples:
          presence clear adele@contoso.com
          presence clear --preferred --message
          presence clear team.txt --session --preferred
        """;

    private readonly Option<bool> _session = new("--session") { Description = "End the session of this application." };

    private readonly Option<bool> _preferred = new("--preferred") { Description = "End the preferred presence." };

    private readonly Option<bool> _message = new("--message") { Description = "Remove the status message." };

    public ClearCommand(ToolArguments tool)
        : base("clear", Summary, Examples, tool)
    {
        AddWho();
        Add(_session);
        Add(_preferred);
        Add(_message);
    }

    protected override IReadOnlyList<PresenceEdit> Edits(ParseResult parsed, CliHost host)
    {
        bool preferred = parsed.GetValue(_preferred);
        bool message = parsed.GetValue(_message);
        List<PresenceEdit> edits = [];
        if (parsed.GetValue(_session) || !(preferred || message))
        {
            edits.Add(new PresenceEdit(PresenceWrite.ClearSession, (me, stop) => me.Session.ClearAsync(stop)));
        }

        if (preferred)
        {
            edits.Add(new PresenceEdit(PresenceWrite.ClearPreferred, (me, stop) => me.Preferred.ClearAsync(stop)));
        }

        if (message)
        {
            edits.Add(new PresenceEdit(
                PresenceWrite.ClearStatusMessage, (me, stop) => me.StatusMessage.ClearAsync(stop)));
        }

        return edits;
    }
}
