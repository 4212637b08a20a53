namespace PresenceClient.Http;

/// <summary>What is wrong with an option: its value, which can be logged, the rule, and the cure.</summary>
internal readonly record struct OptionFault(string Option, string Value, string Fault);
