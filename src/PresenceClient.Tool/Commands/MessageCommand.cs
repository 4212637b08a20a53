using System.CommandLine;
using System.CommandLine.Parsing;

namespace PresenceClient.Tool;

/// <summary><c>presence message</c>: sets the status message.</summary>
internal sealed class MessageCommand : WriteCommand
{
    private const string Summary = "Sets the status message, and prints what people see.";

    private const string Examples = """
        "presence clear --message" removes it. A time without a date is the next one, in the time
        zone of this machine.

        Examples:
          presence message "Back at 3" --until 15:00
          presence message "On holiday" --until 2026-12-27
          presence message "In the workshop" adele@contoso.com --for 2h
        """;

    private readonly Argument<string> _text = new("TEXT") { Description = "The message." };

    private readonly Option<TimeSpan?> _for = TimeOptions.For("How long it is shown, for example 30m, 2h or 1d.");

    private readonly Option<string?> _until = new("--until")
    {
        Description = "When it ends: 15:00, 2026-12-24, or '2026-12-24 15:00'. Without --for and --until, it stays "
            + "until it is removed.",
        HelpName = "TIME",
    };

    public MessageCommand(ToolArguments tool)
        : base("message", Summary, Examples, tool)
    {
        Add(_text);
        AddWho();
        Add(_for);
        Add(_until);
    }

    protected override IEnumerable<string> Rules(ParseResult given, CliHost host)
    {
        string text = given.GetValue(_text) ?? "";
        if (text.StartsWith("--", StringComparison.Ordinal)
            && given.Tokens.All(token => token.Type != TokenType.DoubleDash))
        {
            yield return $"{ArgumentText.NotAnOption(text)} To send it as the message, put -- before it.";
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            yield return "TEXT is blank. A status message has at least one character. To remove the message, use "
                + "presence clear --message.";
        }

        if (given.Has(_for) && given.Has(_until))
        {
            yield return "--for and --until cannot be combined. Give one of them.";
        }
        else if (given.GetValue(_until) is { } until && !(UntilOf(until, host) > host.Time.GetUtcNow()))
        {
            yield return $"--until takes {MomentText.Rule}, not '{until}'.";
        }
    }

    protected override IReadOnlyList<PresenceEdit> Edits(ParseResult parsed, CliHost host)
    {
        string text = parsed.GetValue(_text) ?? "";
        DateTimeOffset? end = parsed.GetValue(_for) is { } length ? host.Time.GetUtcNow() + length
            : parsed.GetValue(_until) is { } until ? UntilOf(until, host)
            : null;
        return
        [
            new PresenceEdit(
                id => PresenceWrite.SetStatusMessage(id, text, end),
                (me, stop) => me.StatusMessage.SetAsync(text, end, stop)),
        ];
    }

    private static DateTimeOffset? UntilOf(string text, CliHost host) =>
        MomentText.TryParse(text, host.Time.GetUtcNow(), host.Time.LocalTimeZone);
}
