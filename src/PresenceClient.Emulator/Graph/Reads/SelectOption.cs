using Microsoft.AspNetCore.Http;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>The query option <c>$select</c>.</summary>
internal static class SelectOption
{
    /// <summary>The names asked for; none means all.</summary>
    public static string[] Read(IQueryCollection query) => query["$select"].ToString()
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What the context of an answer says about the selection.</summary>
    public static string ContextSuffix(string[] names) => $"({string.Join(',', names)})";
}
