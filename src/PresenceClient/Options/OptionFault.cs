namespace PresenceClient;

/// <summary>
/// An option that is not valid. No text or address that was set is in the message, since a secret may have been pasted
/// into the wrong option; numbers and durations are.
/// </summary>
/// <param name="Option">
/// The option, as a section of the configuration has it: <c>Cloud</c>, <c>Credential:TenantId</c>.
/// </param>
/// <param name="Text">What is wrong, the rule, and what to do.</param>
/// <param name="Other">The option that the value contradicts, if it isn't wrong by itself.</param>
internal sealed record OptionFault(string Option, string Text, string? Other = null)
{
    /// <summary>Gets the property that code sets.</summary>
    public string Property => Option.Split(':') is [string part, string name]
        ? $"Presence{part}Options.{name}"
        : $"{nameof(PresenceClientOptions)}.{Option}";

    public override string ToString() => $"{Property}: {Text}";

    /// <summary>Throws if there are faults, with all of them in the message.</summary>
    public static void Throw(IEnumerable<OptionFault> faults, string parameter)
    {
        if (string.Join(' ', faults) is { Length: > 0 } all)
        {
            throw new ArgumentException(all, parameter);
        }
    }
}
