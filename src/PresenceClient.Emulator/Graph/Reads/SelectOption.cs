using Microsoft.AspNetCore.Http;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>The query option <c>$select</c>.</summary>
internal static class SelectOption
{
    /// <summary>Reads the selected names; none means all properties.</summary>
    public static string[] Read(IQueryCollection query) => query["$select"].ToString()
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Returns the part of the context that describes the selection.</summary>
    public static string ContextSuffix(string[] names) => $"({string.Join(',', names)})";
}
