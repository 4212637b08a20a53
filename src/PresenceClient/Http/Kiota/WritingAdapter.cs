using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;
using Microsoft.Kiota.Serialization.Json;

namespace PresenceClient.Http;

/// <summary>The adapter of the generated request builders, which only writes requests and sends none.</summary>
/// <remarks>
/// The builders need the address and a JSON writer. The caller's adapter may have no JSON writer, because only clients
/// that Kiota generates register one.
/// </remarks>
internal sealed class WritingAdapter(GraphEndpoint endpoint) : IRequestAdapter
{
    public ISerializationWriterFactory SerializationWriterFactory { get; } = new JsonSerializationWriterFactory();

    public string? BaseUrl { get; set; } = endpoint.BaseAddress.AbsoluteUri;

    public void EnableBackingStore(IBackingStoreFactory backingStoreFactory) => throw SendsNothing();

    public Task<T?> SendAsync<T>(RequestInformation requestInfo, ParsableFactory<T> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default) where T : IParsable => throw SendsNothing();

    public Task<IEnumerable<T>?> SendCollectionAsync<T>(RequestInformation requestInfo, ParsableFactory<T> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default) where T : IParsable => throw SendsNothing();

    public Task<T?> SendPrimitiveAsync<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default) => throw SendsNothing();

    public Task<IEnumerable<T>?> SendPrimitiveCollectionAsync<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default) => throw SendsNothing();

    public Task SendNoContentAsync(RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default) => throw SendsNothing();

    public Task<T?> ConvertToNativeRequestAsync<T>(
        RequestInformation requestInfo, CancellationToken cancellationToken = default) => throw SendsNothing();

    private static NotSupportedException SendsNothing() =>
        new NotSupportedException("This adapter only writes requests. The pipeline sends them.");
}
