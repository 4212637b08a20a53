using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>
/// Answers the posts of Microsoft Graph: the validation of the address at once, notifications as soon as their bytes
/// are in the queue. Nothing is decrypted or validated here but the structure and the secret.
/// </summary>
internal sealed class NotificationsEndpoint(string? key)
{
    private const string ValidationToken = "validationToken";

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Query.TryGetValue(ValidationToken, out Microsoft.Extensions.Primitives.StringValues token))
        {
            await AnswerValidationAsync(context, token.ToString()).ConfigureAwait(false);
            return;
        }

        NotificationHub hub = context.RequestServices.GetRequiredKeyedService<NotificationHub>(key);
        context.Response.StatusCode = await ReceiveAsync(context, hub).ConfigureAwait(false);
    }

    // The token has no markup. It is encoded on principle, as Microsoft recommends, and because anyone can call this.
    private static async Task AnswerValidationAsync(HttpContext context, string token)
    {
        if (token.Length is 0 or > NotificationLimits.LongestHandshake)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.WriteAsync(WebUtility.HtmlEncode(token), context.RequestAborted)
            .ConfigureAwait(false);
    }

    private static async Task<int> ReceiveAsync(HttpContext context, NotificationHub hub)
    {
        if (context.Request.ContentLength > NotificationLimits.LargestBody)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        if (hub.Queue.IsFull || !hub.TryBeginRead())
        {
            return StatusCodes.Status503ServiceUnavailable;
        }

        try
        {
            using var limit = new CancellationTokenSource(NotificationLimits.LongestRead, hub.Options.TimeProvider);
            using var either =
                CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, limit.Token);
            byte[]? body;
            try
            {
                body = await ReadAsync(context.Request, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                return StatusCodes.Status408RequestTimeout;
            }

            return body is null ? StatusCodes.Status413PayloadTooLarge : Enqueue(body, hub);
        }
        finally
        {
            hub.EndRead();
        }
    }

    private static int Enqueue(byte[] body, NotificationHub hub)
    {
        NotificationPost post;
        try
        {
            post = NotificationPost.Parse(body);
        }
        catch (PresenceNotificationException)
        {
            return StatusCodes.Status400BadRequest;
        }

        // A post without the secret is forged. The answer does not say so.
        if (!post.Items.Any(item => hub.ClientState.IsRight(item.ClientState)))
        {
            return StatusCodes.Status202Accepted;
        }

        return hub.Queue.TryAdd(body) ? StatusCodes.Status202Accepted : StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>Reads the body; null if it is too large.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        System.IO.Pipelines.ReadResult read = await request.BodyReader
            .ReadAtLeastAsync(NotificationLimits.LargestBody + 1, cancellationToken).ConfigureAwait(false);
        byte[]? body = read.Buffer.Length > NotificationLimits.LargestBody ? null : read.Buffer.ToArray();
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return body;
    }
}
