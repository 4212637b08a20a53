using System.Net;
using PresenceClient.Serialization;

namespace PresenceClient.Http;

/// <summary>What every exception of the pipeline carries.</summary>
internal sealed record FailureDetails(
    GraphOperation Operation, string ClientRequestId, HttpStatusCode? StatusCode, GraphError Error);
