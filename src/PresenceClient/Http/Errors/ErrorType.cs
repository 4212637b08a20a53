using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PresenceClient.Http;

/// <summary>
/// Returns OpenTelemetry's <c>error.type</c> of a failure: the status, or else the type of the exception.
/// </summary>
internal static class ErrorType
{
    public static string Of(Exception failure)
    {
        if (failure is PresenceException { StatusCode: >= HttpStatusCode.MultipleChoices and { } status })
        {
            return ((int)status).ToString(CultureInfo.InvariantCulture);
        }

        // The base type says nothing, but its cause does, for example a broken connection or malformed JSON.
        Exception told = failure.GetType() == typeof(PresenceException) ? failure.InnerException ?? failure : failure;
        return told is JsonException ? typeof(JsonException).FullName! : told.GetType().FullName!;
    }
}
