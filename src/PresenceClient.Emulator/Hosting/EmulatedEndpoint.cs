using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using PresenceClient.Emulator.Graph;
using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Hosting;

/// <summary>Connects HTTP requests to Graph.</summary>
internal sealed class EmulatedEndpoint(GraphGateway gateway, FaultySender faultySender, Tenant tenant)
{
    /// <summary>The largest accepted body, in bytes.</summary>
    public const int LargestBody = 512 * 1024;

    public async Task AnswerAsync(HttpContext context)
    {
        PipeReader reader = context.Request.BodyReader;
        // One byte more than allowed shows that a body is too large, however much the server has buffered.
        ReadResult body = await reader.ReadAtLeastAsync(LargestBody + 1, context.RequestAborted).ConfigureAwait(false);
        EmulatedCall call = Read(context, body);
        (GraphAnswer answer, EmulatorFault? fault) = await gateway.AnswerAsync(call).ConfigureAwait(false);
        // The body has been read by now, so the buffers can be released.
        reader.AdvanceTo(body.Buffer.End);
        WriteHeaders(context.Response.Headers, answer, call);
        if (fault is not null)
        {
            await faultySender.SendAsync(context, answer, fault).ConfigureAwait(false);
            return;
        }

        await JsonResponse.WriteAsync(context, answer.Status, answer.Body, JsonBody.ODataType)
            .ConfigureAwait(false);
    }

    private EmulatedCall Read(HttpContext context, ReadResult body)
    {
        HttpRequest request = context.Request;
        string clientRequestId = request.Headers["client-request-id"].ToString();
        return new EmulatedCall(request.Method, request.Path.Value ?? "", tenant.State)
        {
            Origin = RequestOrigin.Of(context),
            Authorization = request.Headers.Authorization.ToString(),
            ContentType = request.ContentType ?? "",
            IsEventual = EmulatedCall.MeansEventual(request.Headers[EmulatedCall.ConsistencyLevel].ToString()),
            Query = request.Query,
            QueryText = request.QueryString.Value ?? "",
            Body = body.Buffer,
            IsTooLarge = body.Buffer.Length > LargestBody,
            SentRequestId = clientRequestId,
        };
    }

    private static void WriteHeaders(IHeaderDictionary headers, GraphAnswer answer, EmulatedCall call)
    {
        headers["request-id"] = call.RequestId;
        headers["client-request-id"] = call.ClientRequestId;
        headers.Date = call.Now.ToString("r", CultureInfo.InvariantCulture);
        if (answer.Status == StatusCodes.Status401Unauthorized)
        {
            headers.WWWAuthenticate = "Bearer";
        }

        foreach ((string name, string value) in answer.Headers)
        {
            headers[name] = value;
        }
    }
}
