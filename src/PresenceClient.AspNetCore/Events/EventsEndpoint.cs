using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PresenceClient.AspNetCore.Events;

/// <summary>Answers a request for the events of a watch.</summary>
internal sealed class EventsEndpoint(string? key, PresenceEventsOptions options)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (!EventQuery.TryRead(context.Request.Query, out EventQuery? query, out string? fault))
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest, "Bad query", fault).ConfigureAwait(false);
            return;
        }

        if (query.Group is not null && options.Filter is null)
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest, "Bad query",
                "The query has a group, and these events have no groups. Write ?ids={id},{id} with object ids, or "
                + "leave the query out for all users.").ConfigureAwait(false);
            return;
        }

        PresenceEventsFilter allowed = options.Filter is null
            ? PresenceEventsFilter.Everyone
            : await options.Filter(
                new PresenceEventsRequest(context, query.Ids, query.Group), context.RequestAborted)
                .ConfigureAwait(false);
        if (allowed == PresenceEventsFilter.Denied)
        {
            await AnswerAsync(context, StatusCodes.Status403Forbidden, "Access denied",
                "You may not see these users. Ask for users or a group that you may see.").ConfigureAwait(false);
        }
        else if (allowed == PresenceEventsFilter.NotFound)
        {
            await AnswerAsync(context, StatusCodes.Status404NotFound, "Unknown group",
                "No group has this name. Check ?group=.").ConfigureAwait(false);
        }
        else if (allowed == PresenceEventsFilter.Everyone && query.Group is not null)
        {
            throw new InvalidOperationException(
                "The filter answered a request for a group with Everyone. A group has its own users. Return "
                + "PresenceEventsFilter.Users(ids), NotFound or Denied for a group.");
        }
        else
        {
            await StreamAsync(context, VisibleUsers.Of(allowed, query.Ids)).ConfigureAwait(false);
        }
    }

    private async Task StreamAsync(HttpContext context, VisibleUsers users)
    {
        IServiceProvider services = context.RequestServices;
        TimeProvider time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        long? after = EventId.Read(context.Request.Headers["Last-Event-ID"], users);
        var stream = new EventStream(services.GetRequiredKeyedService<PresenceWatch>(key), users, options, time);

        // A host that stops waits for its requests, so the stream must end by itself.
        CancellationToken stopping =
            services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        using var limit = new CancellationTokenSource(options.MaxDuration, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, stopping, limit.Token);
        await EventWriter.WriteAsync(context, stream.ReadAsync(after, stop.Token), stop.Token).ConfigureAwait(false);
    }

    private static Task AnswerAsync(HttpContext context, int status, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title).ExecuteAsync(context);
}
