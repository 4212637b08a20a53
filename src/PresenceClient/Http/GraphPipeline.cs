using Microsoft.Kiota.Abstractions;
using PresenceClient.Generated;

namespace PresenceClient.Http;

/// <summary>
/// What every call goes through, above Kiota's adapter: refuse what the cloud lacks, then attempt. Pacing and retry
/// belong here, around the attempt; see <c>readme.md</c>.
/// </summary>
internal sealed class GraphPipeline
{
    private readonly GraphAttempt _attempt;

    public GraphPipeline(IRequestAdapter adapter, GraphEndpoint endpoint, PresenceClientOptions options)
    {
        Endpoint = endpoint;
        Api = new GraphPresenceApi(new RequestWriting(endpoint));
        ApplicationId = options.ApplicationId;
        _attempt = new GraphAttempt(adapter, options.AttemptTimeout, options.TimeProvider);
    }

    /// <summary>The generated request builders.</summary>
    public GraphPresenceApi Api { get; }

    public GraphEndpoint Endpoint { get; }

    public string? ApplicationId { get; }

    /// <summary>Sends a call and reads the answer's body.</summary>
    public Task<T> SendAsync<T>(GraphCall call, BodyReader<T> read, CancellationToken cancellationToken) =>
        RunAsync(call, read, cancellationToken);

    /// <summary>Sends a call whose success is told by the status alone: 200 and 204 are the same.</summary>
    public Task SendAsync(GraphCall call, CancellationToken cancellationToken) =>
        RunAsync<object?>(call, null, cancellationToken);

    /// <summary>How to ask for the next page; null when there is none. An address elsewhere is refused.</summary>
    public Func<RequestInformation>? NextPage(GraphOperation operation, string? nextLink)
    {
        if (nextLink is null)
        {
            return null;
        }

        return Uri.TryCreate(nextLink, UriKind.Absolute, out Uri? address) && Endpoint.IsOwn(address)
            ? () => new RequestInformation
            {
                HttpMethod = Method.GET,
                URI = address,
                Headers = { { "Accept", "application/json" } },
            }
            : throw new PresenceException(
                $"{operation.Name}: the service names a next page outside {Endpoint.BaseAddress.Host}; no token goes there.")
            {
                Operation = operation.Name,
            };
    }

    private Task<T> RunAsync<T>(GraphCall call, BodyReader<T>? read, CancellationToken cancellationToken)
    {
        if (call.Operation.GlobalCloudOnly && Endpoint.Cloud != GraphCloud.Global)
        {
            throw new NotSupportedException(
                $"{call.Operation.Name} does not exist in the cloud {Endpoint.Cloud}; only {GraphCloud.Global} has it.");
        }

        return _attempt.RunAsync(call, read, cancellationToken);
    }
}
