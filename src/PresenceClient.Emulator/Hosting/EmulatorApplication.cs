using System.IO.Pipelines;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PresenceClient.Emulator;

/// <summary>
/// What both servers run: it looks at the path alone, so one handler can stand in for Graph's host and for the sign-in
/// host at once.
/// </summary>
internal sealed class EmulatorApplication(GraphEndpoint graph, TokenEndpoint tokens, ControlEndpoint control)
    : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // The servers own everything that the context holds.
    }

    public Task ProcessRequestAsync(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "";
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [string tenant, "oauth2", "v2.0", "token"] => AnswerTokenAsync(context, tenant),
            [ControlEndpoint.Segment, .. string[] rest] => AnswerControlAsync(context, rest),
            _ => graph.AnswerAsync(context),
        };
    }

    private async Task AnswerTokenAsync(HttpContext context, string tenant)
    {
        HttpRequest request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        IFormCollection form = await ReadFormAsync(request).ConfigureAwait(false);
        (int status, Action<Utf8JsonWriter> body) =
            tokens.Answer(new TokenRequest(tenant, form, request.Headers.Authorization.ToString()));
        context.Response.Headers.CacheControl = "no-store, no-cache";
        await JsonResponse.WriteAsync(context, status, body).ConfigureAwait(false);
    }

    // A form that is none has no fields, and the answer says which is missing.
    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType
                ? await request.ReadFormAsync(request.HttpContext.RequestAborted).ConfigureAwait(false)
                : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }

    private async Task AnswerControlAsync(HttpContext context, string[] segments)
    {
        // In memory there is no address; over a socket, strangers get no secrets.
        if (context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        PipeReader reader = context.Request.BodyReader;
        ReadResult body = await reader.ReadAtLeastAsync(GraphEndpoint.LargestBody, context.RequestAborted)
            .ConfigureAwait(false);
        ControlAnswer answer = control.Answer(new ControlCall(context.Request.Method, segments, body.Buffer));
        reader.AdvanceTo(body.Buffer.End);
        await JsonResponse.WriteAsync(context, answer.Status, answer.Body).ConfigureAwait(false);
    }
}
