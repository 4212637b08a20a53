using System.Net.Http.Headers;
using PresenceClient.Serialization;

namespace PresenceClient.Http;

/// <summary>Reads what the service says of an error, from the headers and as much of the body as there is.</summary>
internal static class ErrorBody
{
    public static async Task<GraphError> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        GraphError error = await ReadBodyAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return response.Headers.NonValidated.TryGetValues("request-id", out HeaderStringValues ids)
            ? error with { RequestId = ids.ToString() }
            : error;
    }

    private static async Task<GraphError> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            using ResponseBody body = await ResponseBody.ReadAsync(content, cancellationToken).ConfigureAwait(false);
            return GraphErrorReader.Read(body.Utf8);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The status has already said what happened; a body that cannot be read takes nothing from it.
            return GraphError.None;
        }
    }
}
