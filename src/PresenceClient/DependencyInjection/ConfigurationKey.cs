using System.Globalization;

namespace PresenceClient.DependencyInjection;

/// <summary>
/// A key of a client's section. The framework's binder would read <c>30</c> as thirty days. Its messages contain the
/// value, which may be a secret, but not the valid keys and values.
/// </summary>
/// <param name="Option">The option that it sets.</param>
/// <param name="Rule">The message for a text that cannot be read.</param>
/// <param name="Read">Returns an <c>Action</c> that sets the value; null for a text that cannot be read.</param>
internal sealed record ConfigurationKey(string Option, string Rule, Func<string, Delegate?> Read)
{
    private delegate bool Parser<TValue>(string text, out TValue value);

    /// <summary>A key whose value is a text.</summary>
    public static ConfigurationKey Text<T>(string key, Action<T, string> set) =>
        Of(key, "", (string text, out string value) => (value = text) is not null, set);

    /// <summary>A key whose value is the name of an enum member, ignoring case. A number is not a name.</summary>
    public static ConfigurationKey Choice<T, TEnum>(string key, Action<T, TEnum> set) where TEnum : struct, Enum =>
        Of(key, $"The value is not known. Use {Choices.Of<TEnum>()}.", TryName, set);

    /// <summary>A key whose value is a duration with a colon. A number without one would mean days.</summary>
    public static ConfigurationKey Duration<T>(string key, Action<T, TimeSpan> set) => Of(
        key,
        "The value is not a duration. Write hours:minutes:seconds, for example 00:00:30.",
        (string text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value)
            && text.AsSpan().Contains(':'),
        set);

    /// <summary>A key whose value is a whole number.</summary>
    public static ConfigurationKey Count<T>(string key, Action<T, int> set) =>
        Of(key, "The value is not a whole number. Write one, for example 4.", TryCount, set);

    /// <summary>A key whose value is a whole number, or <c>none</c> for no limit.</summary>
    public static ConfigurationKey Limit<T>(string key, Action<T, int?> set) => Of(
        key, "The value is not a whole number. Write one, for example 1500, or none for no limit.", TryLimit, set);

    /// <summary>A key whose value is true or false.</summary>
    public static ConfigurationKey Switch<T>(string key, Action<T, bool> set) =>
        Of<T, bool>(key, "The value is neither true nor false. Write one of them.", bool.TryParse, set);

    /// <summary>A key whose value is an address. The validation of the options decides whether it is valid.</summary>
    public static ConfigurationKey Address<T>(string key, Action<T, Uri> set) => Of(
        key,
        "The value is not an address. Write an https address.",
        (string text, out Uri value) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value!),
        set);

    private static ConfigurationKey Of<T, TValue>(
        string key, string rule, Parser<TValue> parse, Action<T, TValue> set) =>
        new(key, rule, text => parse(text, out TValue value) ? (T options) => set(options, value) : null);

    private static bool TryName<TEnum>(string text, out TEnum value) where TEnum : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value)
        && Enum.GetNames<TEnum>().Contains(text, StringComparer.OrdinalIgnoreCase);

    private static bool TryCount(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool TryLimit(string text, out int? value)
    {
        value = TryCount(text, out int count) ? count : null;
        return value is not null || text.Equals("none", StringComparison.OrdinalIgnoreCase);
    }
}
