namespace PresenceClient.Http;

/// <summary>What is wrong with an option: its value, which can be logged, the rule, and the cure.</summary>
internal readonly record struct OptionFault(string Option, string Value, string Fault)
{
    /// <summary>Stands for a value that is not shown: a secret is easily pasted into the wrong option.</summary>
    public static string Hidden(string value) => $"a text of {value.Length} characters";
}
