using System.Net.Http.Headers;
using PresenceClient.Serialization;

namespace PresenceClient.Http;

/// <summary>Reads what the service says of an error, from the headers and from the beginning of the body.</summary>
internal static class ErrorBody
{
    /// <summary>Microsoft Graph's errors have a few hundred bytes.</summary>
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
            // The status has already said what happened; a body that cannot be read takes nothing from it.
            return GraphError.None;
        }
    }

    // The body was most likely cut in the middle of a text, whose beginning is of use. A blank is part of no escape and
    // of no character.
    private static byte[] EndText(ReadOnlySpan<byte> cut)
    {
        const int LongestWord = 1024;
        int blank = cut[^LongestWord..].LastIndexOf((byte)' ');
        return [.. blank < 0 ? cut : cut[..^(LongestWord - blank)], (byte)'"'];
    }
}
