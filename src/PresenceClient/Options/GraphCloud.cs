using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The Microsoft clouds that have presence.</summary>
/// <remarks>
/// Presence is not available in the cloud operated by 21Vianet in China, so its address is an error. Source:
/// <see href="https://learn.microsoft.com/graph/deployments">national cloud deployments</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<GraphCloud>))]
public enum GraphCloud
{
    /// <summary>The worldwide cloud, GCC included: <c>https://graph.microsoft.com</c>.</summary>
    Global = 0,

    /// <summary>US Government L4 (GCC High): <c>https://graph.microsoft.us</c>. It has no work location.</summary>
    UsGovernmentL4,

    /// <summary>US Government L5 (DoD): <c>https://dod-graph.microsoft.us</c>. It has no work location.</summary>
    UsGovernmentL5,
}
