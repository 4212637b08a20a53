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
    private readonly List<string> _ids = [];

    /// <summary>The ids of the presences that were written.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>Writes a page of presences, each of its own shape.</summary>
    public byte[] Page() => Page(() => Array([.. Enumerable.Range(0, _random.Next(0, 6)).Select(_ => Presence())]));

    /// <summary>Writes a page of presences of one shape: they differ only in their values.</summary>
    public byte[] UniformPage(int count) => Page(() => Array([.. Enumerable.Repeat(Presence(), count)]));

    private byte[] Page(Func<Func<string>> value) => Encoding.UTF8.GetBytes(Object(
        ("value", value()),
        ("@odata.context", Text),
        ("@odata.nextLink", TextOrNull))());

    // Without both of these properties, the entry is not a presence.
    private (string, Func<string>)[] State() =>
        Some(("availability", TextOrNull), ("activity", TextOrNull)) is { Length: > 0 } some
            ? some
            : [("activity", TextOrNull)];

    private Func<string> Presence() => Object([
        ("id", Id),
        .. State(),
        .. Some(
            ("sequenceNumber", TextOrNull),
            ("statusMessage", OrNull(StatusMessage())),
            ("outOfOfficeSettings", OrNull(OutOfOffice())),
            ("workLocation", OrNull(WorkLocation())),
            ("futureValue", Anything))]);

    private Func<string> StatusMessage() => Object(Some(
        ("message", OrNull(Object(Some(("content", TextOrNull), ("contentType", TextOrNull))))),
        ("expiryDateTime", OrNull(Object(Some(
            ("dateTime", () => Quote("2026-09-01T08:00:00.0000000")), ("timeZone", TextOrNull))))),
        ("publishedDateTime", OrNull(() => Quote($"2026-08-2{_random.Next(10)}T09:11:46.{_random.Next(10)}Z"))),
        ("later", Anything)));

    private Func<string> OutOfOffice() => Object(Some(
        ("isOutOfOffice", () => Pick("true", "false", "null")), ("message", TextOrNull), ("later", Anything)));

    private Func<string> WorkLocation() => Object(Some(
        ("workLocationType", TextOrNull), ("source", TextOrNull), ("placeId", TextOrNull)));

    private string Id()
    {
        _ids.Add($"{_random.Next():x8}-{_random.Next()}");
        return Quote(_ids[^1]);
    }

    private string Anything() => Pick("1", "-2.5e7", "true", "null", "\"x\"", "[]", "{}", "[[{\"id\":\"not me\"}]]",
        "{\"id\":[1,{\"availability\":null}]}");

    private string TextOrNull() => OrNull(Text)();

    private string Text() => Quote(Texts[_random.Next(Texts.Length)]);

    private Func<string> OrNull(Func<string> value) => () => _random.Next(5) == 0 ? "null" : value();

    private string Pick(params string[] values) => values[_random.Next(values.Length)];

    private (string, Func<string>)[] Some(params (string, Func<string>)[] properties) =>
        [.. properties.Where(_ => _random.Next(6) > 0)];

    // The shape is chosen here, and the values when the object is written.
    private Func<string> Object(params (string Name, Func<string> Value)[] properties)
    {
        _random.Shuffle(properties);
        (string Before, Func<string> Value, string After)[] parts =
            [.. properties.Select(p => (Space() + Quote(p.Name) + Space() + ":" + Space(), p.Value, Space()))];
        return () => "{" + string.Join(',', parts.Select(p => p.Before + p.Value() + p.After)) + "}";
    }

    private Func<string> Array(Func<string>[] items)
    {
        string[] spaces = [.. items.Select(_ => Space())];
        return () => "[" + Space() + string.Join(',', items.Zip(spaces, (item, space) => item() + space)) + "]";
    }

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
