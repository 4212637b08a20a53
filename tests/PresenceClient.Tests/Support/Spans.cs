using System.Globalization;

namespace PresenceClient.Tests.Support;

/// <summary>Durations as an attribute can hold them.</summary>
internal static class Spans
{
    public static TimeSpan Parse(string text) => TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture);
}
