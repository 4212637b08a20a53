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
        Time = options.TimeProvider;
        _attempt = new GraphAttempt(adapter, endpoint, options.AttemptTimeout, options.TimeProvider);
    }

    /// <summary>The generated request builders.</summary>
    public GraphPresenceApi Api { get; }

    public GraphEndpoint Endpoint { get; }

    public string? ApplicationId { get; }

    public TimeProvider Time { get; }

    /// <summary>Sends a call and reads the answer's body.</summary>
    public Task<T> SendAsync<T>(GraphCall call, BodyReader<T> read, CancellationToken cancellationToken) =>
        RunAsync(call, read, cancellationToken);

    /// <summary>Sends a call whose success is told by the status alone: 200 and 204 are the same.</summary>
    public Task SendAsync(GraphCall call, CancellationToken cancellationToken) =>
        RunAsync<object?>(call, null, cancellationToken);

    private Task<T> RunAsync<T>(GraphCall call, BodyReader<T>? read, CancellationToken cancellationToken)
    {
        if (call.Operation.GlobalCloudOnly && Endpoint.Cloud != GraphCloud.Global)
        {
            throw new NotSupportedException($"{call.Operation.Name} does not exist in the cloud {Endpoint.Cloud}; "
                + $"only {GraphCloud.Global} has it.");
        }

        return _attempt.RunAsync(call, read, cancellationToken);
    }
}
