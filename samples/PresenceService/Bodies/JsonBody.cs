using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace PresenceService.Bodies;

/// <summary>Reads a JSON body. The error for an invalid body says what to send.</summary>
internal static class JsonBody
{
    /// <summary>Reads the body as JSON text in UTF-8.</summary>
    /// <param name="request">The request.</param>
    /// <param name="rule">What to send, the end of each message.</param>
    /// <param name="read">Reads the value from the JSON.</param>
    /// <exception cref="BadHttpRequestException">The body is missing, of another type or not valid JSON.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, string rule, Func<JsonElement, T> read)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false)
        {
            throw Bad($"The body is missing. {rule}");
        }

        RequireJson(request, rule);
        try
        {
            using JsonDocument body = await JsonDocument.ParseAsync(
                request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return read(body.RootElement);
        }

        // JsonElement throws InvalidOperationException for an unpaired surrogate (\ud800).
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            string place = e is JsonException { LineNumber: { } line, BytePositionInLine: { } position }
                ? $" at line {line + 1}, byte {position + 1}"
                : "";
            throw new BadHttpRequestException($"The body is not valid JSON in UTF-8{place}. {rule}", e);
        }
    }

    public static BadHttpRequestException Bad(string message) => new(message);

    private static void RequireJson(HttpRequest request, string rule)
    {
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException(
                $"The Content-Type is not application/json. {rule}", StatusCodes.Status415UnsupportedMediaType);
        }

        string? charset = MediaTypeHeaderValue.Parse(request.ContentType!).Charset.Value?.Trim('"');
        if (!string.IsNullOrEmpty(charset) && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadHttpRequestException(
                "The Content-Type has a charset other than utf-8. Send JSON in UTF-8, as application/json.",
                StatusCodes.Status415UnsupportedMediaType);
        }
    }
}
