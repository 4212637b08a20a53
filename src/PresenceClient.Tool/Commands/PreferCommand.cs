using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary><c>presence prefer</c>: sets the preferred presence.</summary>
internal sealed class PreferCommand : WriteCommand
{
    private const string Summary =
        "Sets the preferred presence, as a person chooses it in Teams, and prints what people see.";

    private const string Examples = """
        STATE is Available, Busy, DoNotDisturb, BeRightBack, Away or Offline. It applies while the
        person has a session, for example of a Teams client. "presence clear --preferred" ends it.

        Examples:
          presence prefer DoNotDisturb --for 4h
          presence prefer be-right-back adele@contoso.com --for 15m
        """;

    private readonly Argument<PresencePair> _state = StateArgument.Create<PreferredPresence>(
        "The state to prefer.", PresencePair.Of, Advise);

    private readonly Option<TimeSpan?> _for = TimeOptions.For("How long it is preferred, for example 30m, 4h or 2d "
        + "[default: the service's: 1 day for Busy and DoNotDisturb, else 7 days].");

    public PreferCommand(ToolArguments tool)
        : base("prefer", Summary, Examples, tool)
    {
        Add(_state);
        AddWho();
        Add(_for);
    }

    protected override IReadOnlyList<PresenceEdit> Edits(ParseResult parsed, CliHost host)
    {
        (string availability, string activity) = parsed.GetValue(_state);
        TimeSpan? duration = parsed.GetValue(_for);
        return
        [
            new PresenceEdit(
                id => PresenceWrite.SetPreferred(id, availability, activity, duration),
                (me, stop) => me.Preferred.SetAsync(availability, activity, duration, stop)),
        ];
    }

    protected override string? Explain(ParseResult parsed, UserPresence seen)
    {
        string preferred = parsed.GetValue(_state).Availability;
        return string.Equals(seen.AvailabilityText, preferred, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"People see {StateText.Availability(seen)} instead of {preferred}. A preferred presence applies while "
                + "the person has a session, for example of a Teams client, and can take some minutes.";
    }

    private static string? Advise(string text) => StateArgument.NameOf<SessionPresence>(text) is { } session
        ? $" {session} is a state of a session: use presence set {session}."
        : null;
}
