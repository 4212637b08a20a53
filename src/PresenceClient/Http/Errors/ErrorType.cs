using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PresenceClient.Http;

/// <summary>The kind of a failure, as OpenTelemetry has it: the status, else the type of the exception.</summary>
internal static class ErrorType
{
    public static string Of(Exception failure)
    {
        if (failure is PresenceException { StatusCode: >= HttpStatusCode.MultipleChoices and { } status })
        {
            return ((int)status).ToString(CultureInfo.InvariantCulture);
        }

        // The base type alone says nothing; its cause does, such as a broken connection or JSON that cannot be read.
        Exception told = failure.GetType() == typeof(PresenceException) ? failure.InnerException ?? failure : failure;
        return told is JsonException ? typeof(JsonException).FullName! : told.GetType().FullName!;
    }
}
