namespace PresenceClient.Tool;

/// <summary><c>presence set</c>: sets the application's session.</summary>
internal sealed class SetCommand : StateCommand
{
    private const string Summary = "Sets the presence session of this application, and prints what people see.";

    private const string Examples = """
        STATE is Available, InACall (Busy/InACall), InAConferenceCall (Busy/InAConferenceCall),
        Away or Presenting (DoNotDisturb/Presenting). A session lasts 5 minutes to 4 hours; Graph
        lets Available fade after 5 minutes. A Teams client, a meeting or a chosen state can hide
        a session; a note then says why.

        Examples:
          presence set Busy/InACall --for 1h
          presence set in-a-call adele@contoso.com --for 30m
          presence set Away team.txt
          presence clear adele@contoso.com
        """;

    public SetCommand(ToolArguments tool)
        : base(
            "set",
            Summary,
            Examples,
            tool,
            StateArgument.Create<SessionPresence>(
                "The state of the session.", state => PresencePair.Of(state), Advise),
            "How long the session lasts, for example 30m, 1h or 1h30m, up to 4h [default: 5m].")
    {
    }

    protected override PresenceEdit Edit(PresencePair state, TimeSpan? duration) => new(
        id => PresenceWrite.SetSession(id, state.Availability, state.Activity, duration),
        (me, stop) => me.Session.SetAsync(state.Availability, state.Activity, duration, stop));

    protected override string? Explain(PresencePair state, UserPresence seen)
    {
        var explanation = PresenceExplanation.Of(seen, state.Availability, state.Activity);
        return explanation.Verdict == PresenceVerdict.Visible ? null : explanation.Sentence;
    }

    private static string? Advise(string text) => StateArgument.NameOf<PreferredPresence>(text) is { } preferred
        ? $" To show {preferred} as a person chooses it in Teams, use presence prefer {preferred}."
        : null;
}
