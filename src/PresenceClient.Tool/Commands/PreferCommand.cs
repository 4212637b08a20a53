namespace PresenceClient.Tool;

/// <summary><c>presence prefer</c>: sets the preferred presence.</summary>
internal sealed class PreferCommand : StateCommand
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

    public PreferCommand(ToolArguments tool)
        : base(
            "prefer",
            Summary,
            Examples,
            tool,
            StateArgument.Create<PreferredPresence>("The state to prefer.", PresencePair.Of, Advise),
            "How long it is preferred, for example 30m, 4h or 2d "
                + "[default: the service's: 1 day for Busy and DoNotDisturb, else 7 days].")
    {
    }

    protected override PresenceEdit Edit(PresencePair state, TimeSpan? duration) => new(
        id => PresenceWrite.SetPreferred(id, state.Availability, state.Activity, duration),
        (me, stop) => me.Preferred.SetAsync(state.Availability, state.Activity, duration, stop));

    protected override string? Explain(PresencePair state, UserPresence seen) =>
        string.Equals(seen.AvailabilityText, state.Availability, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"People see {StateText.Availability(seen)} instead of {state.Availability}. A preferred presence "
                + "applies while the person has a session, for example of a Teams client, and can take some minutes.";

    private static string? Advise(string text) => StateArgument.NameOf<SessionPresence>(text) is { } session
        ? $" {session} is a state of a session: use presence set {session}."
        : null;
}
