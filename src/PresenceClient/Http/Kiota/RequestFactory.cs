using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Generated;

namespace PresenceClient.Http;

/// <summary>Creates requests to an endpoint, by the generated request builders or by an operation's address.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <remarks>
/// Most requests use the address, because expanding the builder's URI template takes a quarter of the time of a whole
/// read. A process that uses no builder and writes nothing loads no part of Kiota.
/// </remarks>
internal sealed class RequestFactory(GraphEndpoint endpoint)
{
    private WritingAdapter Adapter => field ??= new WritingAdapter(endpoint);

    /// <summary>Returns a factory of the requests without a body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="objectId">The checked id in the operation's path; null for a path without one.</param>
    public Func<GraphRequest> For(GraphOperation operation, string? objectId)
    {
        Uri address = AddressOf(operation, objectId);
        var method = HttpMethod.Parse(operation.Method);
        return () => new GraphRequest(address) { Method = method };
    }

    /// <summary>Returns a factory of the requests with a body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="objectId">The checked id in the operation's path; null for a path without one.</param>
    /// <param name="body">The body.</param>
    public Func<GraphRequest> For(GraphOperation operation, string? objectId, IParsable body)
    {
        Uri address = AddressOf(operation, objectId);
        byte[] content = Serialize(body);
        var method = HttpMethod.Parse(operation.Method);
        return () => new GraphRequest(address, new MemoryStream(content)) { Method = method };
    }

    /// <summary>Returns a factory of the requests to POST a JSON body that is not made by Kiota.</summary>
    /// <param name="operation">The operation, with a path without parameters.</param>
    /// <param name="createBody">Creates the body of an attempt, because sending consumes it.</param>
    public Func<GraphRequest> For(GraphOperation operation, Func<Stream> createBody)
    {
        Uri address = AddressOf(operation, objectId: null);
        return () => new GraphRequest(address, createBody());
    }

    /// <summary>Creates a request to GET the address that a generated request builder expands.</summary>
    public GraphRequest Build(Func<GraphPresenceApi, RequestInformation> build) =>
        new(build(new GraphPresenceApi(Adapter)).URI);

    private Uri AddressOf(GraphOperation operation, string? objectId) =>
        new(endpoint.BaseAddress.AbsoluteUri + (objectId is null ? operation.Path : operation.PathFor(objectId)));

    // Copied, because Kiota's stream is a rented block of 128 KB that would stay rented while the request is sent.
    private byte[] Serialize(IParsable body)
    {
        using ISerializationWriter writer = Adapter.SerializationWriterFactory.GetSerializationWriter(
            GraphRequest.Json);
        writer.WriteObjectValue(null, body);
        using Stream rented = writer.GetSerializedContent();
        byte[] content = new byte[rented.Length];
        rented.ReadExactly(content);
        return content;
    }
}
