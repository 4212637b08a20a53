using System.Text.Json.Serialization;
using PresenceClient;

namespace PresenceService.Endpoints;

/// <summary>The preferred presence to set, for as long as it says; null for Graph's usual time.</summary>
internal sealed record PreferredBody([property: JsonRequired] PreferredPresence Presence, TimeSpan? Duration = null);
