using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary>A command that sets a state for some time.</summary>
internal abstract class StateCommand : WriteCommand
{
    private readonly Argument<PresencePair> _state;
    private readonly Option<TimeSpan?> _for;

    /// <param name="name">The name.</param>
    /// <param name="description">One sentence for the help.</param>
    /// <param name="more">What the help says after the options.</param>
    /// <param name="tool">The options of every command.</param>
    /// <param name="state">The argument for the state.</param>
    /// <param name="duration">What the help says about the duration.</param>
    protected StateCommand(
        string name,
        string description,
        string more,
        ToolArguments tool,
        Argument<PresencePair> state,
        string duration)
        : base(name, description, more, tool)
    {
        _state = state;
        _for = TimeOptions.For(duration);
        Add(_state);
        AddWho();
        Add(_for);
    }

    protected sealed override IReadOnlyList<PresenceEdit> Edits(ParseResult parsed, CliHost host) =>
        [Edit(parsed.GetValue(_state), parsed.GetValue(_for))];

    protected sealed override string? Explain(ParseResult parsed, UserPresence seen) =>
        Explain(parsed.GetValue(_state), seen);

    /// <summary>The change to a state.</summary>
    protected abstract PresenceEdit Edit(PresencePair state, TimeSpan? duration);

    /// <summary>Says why people see another state; null where they see this one.</summary>
    protected abstract string? Explain(PresencePair state, UserPresence seen);
}
