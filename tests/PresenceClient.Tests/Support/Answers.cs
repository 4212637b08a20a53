using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PresenceClient.Tests.Support;

/// <summary>Answers of the service, good and bad.</summary>
internal static class Answers
{
    public static Answer Json(string text, HttpStatusCode status = HttpStatusCode.OK) =>
        Text(text, "application/json", status);

    public static Answer Error(HttpStatusCode status, string code = "SomeCode", string message = "Some words.") =>
        Json(Samples.Error(code, message), status);

    public static Answer Text(string text, string? contentType, HttpStatusCode status = HttpStatusCode.OK) => Of(() =>
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return new HttpResponseMessage(status) { Content = content };
    });

    public static Answer Empty(HttpStatusCode status = HttpStatusCode.OK) =>
        Of(() => new HttpResponseMessage(status));

    public static Answer Stream(Stream body, HttpStatusCode status = HttpStatusCode.OK, long? length = null) =>
        Of(() => new HttpResponseMessage(status)
        {
            Content = new StreamContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json"), ContentLength = length },
            },
        });

    /// <summary>A page with a presence for each id.</summary>
    public static Answer PresencesOf(params IEnumerable<string> ids) =>
        Json(Samples.Page([.. ids.Select(Samples.Presence)]));

    /// <summary>A page with a presence for each id that a bulk read asks for; also a script.</summary>
    public static Answer Presences(SentRequest request) => PresencesOf(request.Ids);

    public static Answer Throw(Exception exception) => Of(() => throw exception);

    /// <summary>No answer: the request ends when the client abandons it.</summary>
    public static Answer Never(Standstill standstill) => Empty().After(standstill.WaitAsync);

    /// <summary>An answer that is chosen while the request is under way.</summary>
    public static Answer Later(Func<CancellationToken, Task<Answer>> choose) =>
        async cancellationToken => await (await choose(cancellationToken))(cancellationToken);

    /// <summary>The same answer, after the test did something.</summary>
    public static Answer After(this Answer answer, Action action) => cancellationToken =>
    {
        action();
        return answer(cancellationToken);
    };

    /// <summary>The same answer, after a wait.</summary>
    public static Answer After(this Answer answer, Func<CancellationToken, Task> wait) => async cancellationToken =>
    {
        await wait(cancellationToken);
        return await answer(cancellationToken);
    };

    /// <summary>The same answer with one more header, unless the value is null.</summary>
    public static Answer With(this Answer answer, string header, string? value) => async cancellationToken =>
    {
        HttpResponseMessage response = await answer(cancellationToken);
        if (value is not null)
        {
            response.Headers.TryAddWithoutValidation(header, value);
        }

        return response;
    };

    private static Answer Of(Func<HttpResponseMessage> make) => _ => Task.FromResult(make());
}
