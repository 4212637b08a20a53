namespace PresenceClient;

/// <summary>
/// An option that is not valid. The message contains numbers and durations, but no text or address, because a secret
/// may have been set as the wrong option.
/// </summary>
/// <param name="Option">
/// The option as a configuration key, for example <c>Cloud</c> or <c>Credential:TenantId</c>.
/// </param>
/// <param name="Text">What is wrong, the rule, and what to do.</param>
/// <param name="Other">The option that the value contradicts; null if the value is wrong by itself.</param>
internal sealed record OptionFault(string Option, string Text, string? Other = null)
{
    /// <summary>Gets the name of the property.</summary>
    public string Property => Option.Split(':') is [string part, string name]
        ? $"Presence{part}Options.{name}"
        : $"{nameof(PresenceClientOptions)}.{Option}";

    public override string ToString() => $"{Property}: {Text}";

    /// <summary>Throws one exception with all faults, if there are any.</summary>
    public static void Throw(IEnumerable<OptionFault> faults, string parameter)
    {
        if (string.Join(' ', faults) is { Length: > 0 } all)
        {
            throw new ArgumentException(all, parameter);
        }
    }
}
