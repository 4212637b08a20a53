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

    public static Answer Text(string text, string? mediaType, HttpStatusCode status = HttpStatusCode.OK) => () =>
        new HttpResponseMessage(status)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text))
            {
                Headers = { ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType) },
            },
        };

    public static Answer Empty(HttpStatusCode status = HttpStatusCode.OK) => () => new HttpResponseMessage(status);

    public static Answer Stream(Stream body, HttpStatusCode status = HttpStatusCode.OK, long? length = null) => () =>
        new HttpResponseMessage(status)
        {
            Content = new StreamContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json"), ContentLength = length },
            },
        };

    public static Answer Throw(Exception exception) => () => throw exception;

    public static Answer With(this Answer answer, string header, string? value) => () =>
    {
        HttpResponseMessage response = answer();
        if (value is not null)
        {
            response.Headers.TryAddWithoutValidation(header, value);
        }

        return response;
    };
}
