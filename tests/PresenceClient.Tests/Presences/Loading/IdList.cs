using System.Text.Json;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>The ids that a bulk request asks for.</summary>
internal static class IdList
{
    public static string[] Read(HttpContent content)
    {
        using var body = JsonDocument.Parse(content.ReadAsStream());
        return [.. body.RootElement.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!)];
    }
}
