using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Generated;

namespace PresenceClient.Http;

/// <summary>Creates requests to an endpoint, by the generated request builders or by an operation's address.</summary>
/// <param name="endpoint">The endpoint.</param>
internal sealed class RequestFactory(GraphEndpoint endpoint)
{
    private const string Json = "application/json";

    private readonly WritingAdapter _adapter = new(endpoint);

    /// <summary>The root of the generated request builders.</summary>
    public GraphPresenceApi Api => new(_adapter);

    /// <summary>
    /// Returns a factory of the requests that the generated builder of the operation creates. It uses the address,
    /// because expanding the builder's URI template takes a quarter of the time of a whole read.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="objectId">The checked object id in the operation's path; null for a path without one.</param>
    /// <param name="body">The body of a POST; null for a GET.</param>
    public Func<RequestInformation> For(GraphOperation operation, string? objectId, IParsable? body = null)
    {
        string address = AddressOf(objectId is null ? operation.Path : operation.PathFor(objectId));
        byte[]? content = body is null ? null : Serialize(body);
        return () => Create(operation, address, content is null ? null : new MemoryStream(content));
    }

    /// <summary>Returns a factory of the requests to POST a JSON body that is not made by Kiota.</summary>
    /// <param name="operation">The operation, with a path without parameters.</param>
    /// <param name="createBody">Creates the body of an attempt, because sending consumes it.</param>
    public Func<RequestInformation> For(GraphOperation operation, Func<Stream> createBody)
    {
        string address = AddressOf(operation.Path);
        return () => Create(operation, address, createBody());
    }

    private static RequestInformation Create(GraphOperation operation, string address, Stream? content)
    {
        var request = new RequestInformation
        {
            HttpMethod = content is null ? Method.GET : Method.POST,
            UrlTemplate = "{+baseurl}" + operation.Path,
            URI = new Uri(address),
            Headers = { { "Accept", Json } },
        };
        if (content is not null)
        {
            request.SetStreamContent(content, Json);
        }

        return request;
    }

    private string AddressOf(string path) => endpoint.BaseAddress.AbsoluteUri + path;

    // Copied, because Kiota's stream is a rented block of 128 KB that would stay rented while the request is sent.
    private byte[] Serialize(IParsable body)
    {
        using ISerializationWriter writer = _adapter.SerializationWriterFactory.GetSerializationWriter(Json);
        writer.WriteObjectValue(null, body);
        using Stream rented = writer.GetSerializedContent();
        byte[] content = new byte[rented.Length];
        rented.ReadExactly(content);
        return content;
    }
}
