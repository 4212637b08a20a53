namespace PresenceClient;

/// <summary>Lists the members of an enum in a sentence.</summary>
internal static class Choices
{
    /// <summary>Returns <c>Global, UsGovernmentL4 or UsGovernmentL5</c>.</summary>
    public static string Of<TEnum>() where TEnum : struct, Enum
    {
        string[] names = Enum.GetNames<TEnum>();
        return $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }
}
