using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace PresenceService.Problems;

/// <summary>Writes a problem as a page, for a person who opened an address in a browser.</summary>
internal sealed class HtmlProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.GetTypedHeaders().Accept
        .Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        Problem.Complete(context);
        HttpResponse response = context.HttpContext.Response;
        int status = context.ProblemDetails.Status ?? response.StatusCode;
        string title = context.ProblemDetails.Title ?? ReasonPhrases.GetReasonPhrase(status);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        await response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{Encode(title)}</title>
              <link rel="icon" href="/icon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/wall.css">
            </head>
            <body>
              <h1>{Encode(title)} ({status.ToString(CultureInfo.InvariantCulture)})</h1>
              <p>{Encode(context.ProblemDetails.Detail ?? "The service has no further details.")}</p>
              <p><a href="/">The presence wall</a> · <a href="/openapi/v1.json">The API</a></p>
            </body>
            </html>

            """);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
