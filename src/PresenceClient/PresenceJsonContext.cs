using System.Text.Json;
using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>
/// The source-generated JSON serialization of this library's records, for hosts that return them without reflection.
/// </summary>
/// <remarks>
/// <para>Property names are in camelCase, and enums are written as text. The JSON contains the texts exactly as the
/// service sent them (for example <c>availabilityText</c>), so no value is lost when it is read again.</para>
/// <para>The failure of a <see cref="PresenceWatchStatus"/> is left out: an exception is not data for callers.</para>
/// </remarks>
/// <example>
/// <code>
/// builder.Services.ConfigureHttpJsonOptions(o =>
///     o.SerializerOptions.TypeInfoResolverChain.Insert(0, PresenceJsonContext.Default));
/// </code>
/// </example>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DirectoryUser))]
[JsonSerializable(typeof(DirectoryUser[]))]
[JsonSerializable(typeof(IAsyncEnumerable<DirectoryUser>))]
[JsonSerializable(typeof(IAsyncEnumerable<PresenceChange>))]
[JsonSerializable(typeof(IEnumerable<DirectoryUser>))]
[JsonSerializable(typeof(IEnumerable<UserPresence>))]
[JsonSerializable(typeof(LoadedPresence))]
[JsonSerializable(typeof(PresenceChange))]
[JsonSerializable(typeof(PresenceExplanation))]
[JsonSerializable(typeof(PresencePace))]
[JsonSerializable(typeof(PresenceSweep))]
[JsonSerializable(typeof(PresenceWatchStatus))]
[JsonSerializable(typeof(UserPresence))]
[JsonSerializable(typeof(UserPresence[]))]
[JsonSerializable(typeof(WatchedPresence))]
public sealed partial class PresenceJsonContext : JsonSerializerContext;
