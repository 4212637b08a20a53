using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PresenceClient.Emulator.Hosting;

/// <summary>Reads the form of a token request.</summary>
internal static class TokenForm
{
    /// <summary>
    /// Reads the form, or returns why it can't be read. A body of another type is read as an empty form.
    /// </summary>
    public static async Task<(IFormCollection Form, string? Flaw)> ReadAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) || !IsForm(type))
        {
            return (FormCollection.Empty, null);
        }

        if (HeaderUtilities.RemoveQuotes(type.Charset).Value is { Length: > 0 } charset && !IsKnown(charset))
        {
            return (FormCollection.Empty, $"The charset '{charset}' of the form is not supported. Use utf-8.");
        }

        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted).ConfigureAwait(false), null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            // A truncated part, too many fields, or a part in an unsupported charset.
            return (FormCollection.Empty, "The form is malformed. Send application/x-www-form-urlencoded.");
        }
    }

    private static bool IsForm(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        || (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && type.Boundary.Length > 0);

    private static bool IsKnown(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset) is not null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
