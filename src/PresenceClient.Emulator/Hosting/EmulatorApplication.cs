using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PresenceClient.Emulator.Control;
using PresenceClient.Emulator.Identity;

namespace PresenceClient.Emulator.Hosting;

/// <summary>
/// The application that both servers run. It routes only by path, so one handler can replace both the host of Graph
/// and the sign-in host.
/// </summary>
internal sealed class EmulatorApplication(
    EmulatedEndpoint graph, TokenEndpoint tokens, AuthorityEndpoint authority, ControlEndpoint control)
    : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // The servers own everything in the context.
    }

    public Task ProcessRequestAsync(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "";
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [string tenant, "oauth2", "v2.0", "token"] => AnswerTokenAsync(context, tenant),
            [string tenant, ".well-known", "openid-configuration"] =>
                AnswerReadAsync(context, () => authority.Describe(tenant, RequestOrigin.Of(context))),
            [string tenant, "v2.0", ".well-known", "openid-configuration"] =>
                AnswerReadAsync(context, () => authority.Describe(tenant, RequestOrigin.Of(context))),
            [string tenant, "discovery", "v2.0", "keys"] => AnswerReadAsync(context, () => authority.ListKeys(tenant)),
            [_, "oauth2", "v2.0", "authorize"] => AnswerReadAsync(context, authority.RefuseSignIn),
            [] when IsRead(context.Request) => JsonResponse.WriteAsync(context, StatusCodes.Status200OK, WriteSigns),
            [ControlEndpoint.Segment, .. string[] rest] => AnswerControlAsync(context, rest),
            _ => graph.AnswerAsync(context),
        };
    }

    /// <summary>Answers the root path with an overview for a person who opens it.</summary>
    private static void WriteSigns(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString(
            "message", "This is an emulated Microsoft Graph presence tenant. Its endpoints are listed below.");
        writer.WriteString("graph", "/v1.0");
        writer.WriteString("tokens", "/{tenant}/oauth2/v2.0/token");
        writer.WriteString("control", "/" + ControlEndpoint.Segment);
        writer.WriteEndObject();
    }

    private static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static Task AnswerReadAsync(HttpContext context, Func<(int Status, Action<Utf8JsonWriter> Body)> answer)
    {
        if (!IsRead(context.Request))
        {
            return RefuseMethod(context.Response, "GET, HEAD");
        }

        (int status, Action<Utf8JsonWriter> body) = answer();
        return JsonResponse.WriteAsync(context, status, body);
    }

    private static Task RefuseMethod(HttpResponse response, string allowed)
    {
        response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        response.Headers.Allow = allowed;
        return Task.CompletedTask;
    }

    private async Task AnswerTokenAsync(HttpContext context, string tenant)
    {
        HttpRequest request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            await RefuseMethod(context.Response, HttpMethods.Post).ConfigureAwait(false);
            return;
        }

        (IFormCollection form, string? flaw) = await TokenForm.ReadAsync(request).ConfigureAwait(false);
        (int status, Action<Utf8JsonWriter> body) =
            tokens.Answer(new TokenRequest(tenant, form, request.Headers.Authorization.ToString()) { Flaw = flaw });
        context.Response.Headers.CacheControl = "no-store, no-cache";
        await JsonResponse.WriteAsync(context, status, body).ConfigureAwait(false);
    }

    private async Task AnswerControlAsync(HttpContext context, string[] segments)
    {
        ControlAnswer answer = ControlGuard.Refuse(context)
            ?? await PerformControlAsync(context, segments).ConfigureAwait(false);
        if (answer.Allow is { } methods)
        {
            context.Response.Headers.Allow = methods;
        }

        await JsonResponse.WriteAsync(context, answer.Status, answer.Body).ConfigureAwait(false);
    }

    private async Task<ControlAnswer> PerformControlAsync(HttpContext context, string[] segments)
    {
        PipeReader reader = context.Request.BodyReader;
        // One byte more than allowed shows that a body is too large.
        ReadResult body = await reader.ReadAtLeastAsync(EmulatedEndpoint.LargestBody + 1, context.RequestAborted)
            .ConfigureAwait(false);
        ControlAnswer answer = body.Buffer.Length > EmulatedEndpoint.LargestBody
            ? ControlAnswer.TooLarge(
                $"The body is too large. The limit is {EmulatedEndpoint.LargestBody} bytes.")
            : control.Answer(new ControlCall(context.Request.Method, segments, body.Buffer));
        reader.AdvanceTo(body.Buffer.End);
        return answer;
    }
}
