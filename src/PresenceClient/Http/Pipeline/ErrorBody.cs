using System.Net.Http.Headers;
using PresenceClient.Serialization;

namespace PresenceClient.Http;

/// <summary>Reads an error of the service, from the headers and from the beginning of the body.</summary>
internal static class ErrorBody
{
    /// <summary>The most bytes to read. Microsoft Graph's errors have a few hundred.</summary>
    public const int MaxLength = 64 * 1024;

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
            using ResponseBody body =
                await ResponseBody.ReadBeginningAsync(content, MaxLength, cancellationToken).ConfigureAwait(false);
            return GraphErrorReader.Read(body.Utf8.Length < MaxLength ? body.Utf8 : EndText(body.Utf8));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The status is sufficient. A body that cannot be read changes nothing.
            return GraphError.None;
        }
    }

    // The body was probably cut within a text, whose beginning is still useful. A blank is never part of an escape or
    // of a longer character.
    private static byte[] EndText(ReadOnlySpan<byte> cut)
    {
        const int LongestWord = 1024;
        int blank = cut[^LongestWord..].LastIndexOf((byte)' ');
        return [.. blank < 0 ? cut : cut[..^(LongestWord - blank)], (byte)'"'];
    }
}
