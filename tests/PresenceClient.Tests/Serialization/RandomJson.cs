using System.Text;

namespace PresenceClient.Tests.Serialization;

/// <summary>
/// Writes well-typed presence pages of every kind that a JSON writer may: orders, spaces, escapes, nulls.
/// </summary>
internal sealed class RandomJson(int seed)
{
    private static readonly string[] Texts =
        ["", "Busy", "busy", "Available", "doNotDisturb", "Siesta", "5",
            "Back at 3 \u00e9\u4e16\ud83d\ude00", "a\"b\\c/\t\n"];

    private readonly Random _random = new(seed);

    public byte[] Page() => Encoding.UTF8.GetBytes(Object(
        ("value", () => Array(Presence, _random.Next(0, 6))),
        ("@odata.context", Text),
        ("@odata.nextLink", TextOrNull)));

    // Without both of these properties, the entry is not a presence.
    private (string, Func<string>)[] State() =>
        Some(("availability", TextOrNull), ("activity", TextOrNull)) is { Length: > 0 } some
            ? some
            : [("activity", TextOrNull)];

    private string Presence() => Object([
        ("id", () => Quote($"{_random.Next():x8}-{_random.Next()}")),
        .. State(),
        .. Some(
            ("sequenceNumber", TextOrNull),
            ("statusMessage", () => OrNull(StatusMessage)),
            ("outOfOfficeSettings", () => OrNull(OutOfOffice)),
            ("workLocation", () => OrNull(WorkLocation)),
            ("futureValue", Anything))]);

    private string StatusMessage() => Object(Some(
        ("message", () => OrNull(() => Object(Some(("content", TextOrNull), ("contentType", TextOrNull))))),
        ("expiryDateTime", () => OrNull(() => Object(Some(
            ("dateTime", () => Quote("2026-09-01T08:00:00.0000000")), ("timeZone", TextOrNull))))),
        ("publishedDateTime", () => OrNull(() => Quote($"2026-08-2{_random.Next(10)}T09:11:46.{_random.Next(10)}Z"))),
        ("later", Anything)));

    private string OutOfOffice() => Object(Some(
        ("isOutOfOffice", () => Pick("true", "false", "null")), ("message", TextOrNull), ("later", Anything)));

    private string WorkLocation() => Object(Some(
        ("workLocationType", TextOrNull), ("source", TextOrNull), ("placeId", TextOrNull)));

    private string Anything() => Pick("1", "-2.5e7", "true", "null", "\"x\"", "[]", "{}", "[[{\"id\":\"not me\"}]]",
        "{\"id\":[1,{\"availability\":null}]}");

    private string TextOrNull() => OrNull(Text);

    private string Text() => Quote(Texts[_random.Next(Texts.Length)]);

    private string OrNull(Func<string> value) => _random.Next(5) == 0 ? "null" : value();

    private string Pick(params string[] values) => values[_random.Next(values.Length)];

    private (string, Func<string>)[] Some(params (string, Func<string>)[] properties) =>
        [.. properties.Where(_ => _random.Next(6) > 0)];

    private string Object(params (string Name, Func<string> Value)[] properties)
    {
        _random.Shuffle(properties);
        return "{" + string.Join(',', properties.Select(p => Space() + Quote(p.Name) + Space() + ":" + Space()
            + p.Value() + Space())) + "}";
    }

    private string Array(Func<string> item, int count) =>
        "[" + Space() + string.Join(',', Enumerable.Range(0, count).Select(_ => item() + Space())) + "]";

    private string Space() => Pick("", "", "", " ", "\n", "\r\n\t");

    // Any character may be written as an escape, both halves of a pair together; a few must.
    private string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool must = rune.Value is '"' or '\\' or < ' ';
            string written = rune.ToString();
            quoted.Append(must || _random.Next(12) == 0
                ? string.Concat(written.Select(c => $"\\u{(int)c:x4}"))
                : written);
        }

        return quoted.Append('"').ToString();
    }
}
