using System.Globalization;
using Microsoft.Extensions.Configuration;
using PresenceClient.Http;

namespace PresenceClient.DependencyInjection;

/// <summary>
/// The keys that a section can have, and what each sets. By hand, not by the binder of the framework: it would take
/// <c>30</c> for thirty days, and its words for a mistake name neither the keys that there are nor the cure.
/// </summary>
internal sealed class SectionKeys<T>
{
    private readonly Dictionary<string, Func<T, IConfigurationSection, string, IEnumerable<OptionFault>>> _keys =
        new(StringComparer.OrdinalIgnoreCase);

    private delegate bool Reader<TValue>(string text, out TValue value);

    public IEnumerable<string> Names => _keys.Keys;

    /// <summary>A key whose value is taken as it is.</summary>
    public SectionKeys<T> Text(string key, Action<T, string> set) =>
        Value(key, (string text, out string value) => (value = text) is not null, "", set);

    /// <summary>A key whose value is the name of a member, ignoring case; numbers are none.</summary>
    public SectionKeys<T> Choice<TEnum>(string key, Action<T, TEnum> set) where TEnum : struct, Enum =>
        Value(key, TryName, $"is none of {string.Join(", ", Enum.GetNames<TEnum>())}", set);

    /// <summary>A key whose value is a stretch of time.</summary>
    public SectionKeys<T> Duration(string key, Action<T, TimeSpan> set) =>
        Value(key, TryDuration, "is no duration; write hours:minutes:seconds, such as 00:00:30", set);

    /// <summary>A key whose value is a whole number.</summary>
    public SectionKeys<T> Count(string key, Action<T, int> set) =>
        Value(key, TryCount, "is no whole number; write one, such as 4", set);

    /// <summary>A key whose value is a whole number, or <c>none</c> for no limit.</summary>
    public SectionKeys<T> Limit(string key, Action<T, int?> set) =>
        Value(key, TryLimit, "is no whole number; write one, such as 1500, or none for no limit", set);

    /// <summary>A key whose value is true or false.</summary>
    public SectionKeys<T> Switch(string key, Action<T, bool> set) =>
        Value<bool>(key, bool.TryParse, "is neither true nor false", set);

    /// <summary>A key whose value is an address; which ones will do is not told here.</summary>
    public SectionKeys<T> Address(string key, Action<T, Uri> set) =>
        Text(key, (target, text) => set(target, new Uri(text, UriKind.RelativeOrAbsolute)));

    /// <summary>A key that is a section of its own.</summary>
    public SectionKeys<T> Part<TPart>(string key, Func<T, TPart> part, SectionKeys<TPart> keys)
    {
        _keys.Add(key, (target, section, path) => section.Value is null or ""
            ? keys.Read(section, part(target), path + ":")
            : [new OptionFault(path, "a value", $"stands where a section belongs; its keys are {keys.List()}")]);
        return this;
    }

    /// <summary>Sets what the section has, and says what is wrong with the rest.</summary>
    public List<OptionFault> Read(IConfiguration section, T target, string prefix = "")
    {
        List<OptionFault> faults = [];
        foreach (IConfigurationSection child in section.GetChildren())
        {
            string path = prefix + child.Key;
            faults.AddRange(!_keys.TryGetValue(child.Key, out var read)
                ? [new OptionFault(path, "the key", $"is not known; the keys here are {List()}")]
                : child.Exists() ? read(target, child, path)
                : []);
        }

        return faults;
    }

    private static bool TryName<TEnum>(string text, out TEnum value) where TEnum : struct, Enum
    {
        string? name = Enum.GetNames<TEnum>().FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase));
        value = name is null ? default : Enum.Parse<TEnum>(name);
        return name is not null;
    }

    private static bool TryCount(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool TryLimit(string text, out int? value)
    {
        value = TryCount(text, out int count) ? count : null;
        return value is not null || text.Equals("none", StringComparison.OrdinalIgnoreCase);
    }

    // A number alone would be days.
    private static bool TryDuration(string text, out TimeSpan value) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value)
        && text.Contains(':', StringComparison.Ordinal);

    private string List() => string.Join(", ", Names);

    private SectionKeys<T> Value<TValue>(string key, Reader<TValue> read, string fault, Action<T, TValue> set)
    {
        _keys.Add(key, (target, section, path) =>
        {
            if (section.GetChildren().Any())
            {
                return [new OptionFault(path, "a section", "stands where a value belongs")];
            }

            string text = section.Value!;
            if (!read(text, out TValue value))
            {
                return [new OptionFault(path, $"'{text}'", fault)];
            }

            set(target, value);
            return [];
        });
        return this;
    }
}
