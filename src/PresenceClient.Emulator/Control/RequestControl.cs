using System.Text.Json;
using PresenceClient.Emulator.Requests;

namespace PresenceClient.Emulator.Control;

/// <summary>Serves the control calls for recorded requests.</summary>
internal static class RequestControl
{
    public static ControlRoute[] Routes(RequestLog requests) =>
    [
        new("GET", "requests", _ => ControlAnswer.Json(writer => Write(writer, requests.Read()))),
        new("DELETE", "requests", _ =>
        {
            requests.Clear();
            return ControlAnswer.Done;
        }),
    ];

    private static void Write(Utf8JsonWriter writer, RecordedRequest[] requests)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("value");
        foreach (RecordedRequest request in requests)
        {
            Write(writer, request);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RecordedRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString("method", request.Method);
        writer.WriteString("path", request.Path);
        writer.WriteString("query", request.Query);
        if (request.Status is { } status)
        {
            writer.WriteNumber("status", status);
        }
        else
        {
            writer.WriteNull("status");
        }

        writer.WriteString("application", request.ApplicationId);
        writer.WriteString("user", request.UserId);
        writer.WriteString("time", request.Time.UtcDateTime.ToString("O", null));
        writer.WriteString("requestId", request.RequestId);
        writer.WriteString("clientRequestId", request.ClientRequestId);
        writer.WriteString("operation", request.Operation);
        writer.WriteBoolean("known", request.IsKnown);
        writer.WriteBoolean("inBatch", request.IsInBatch);
        writer.WriteBoolean("faulted", request.Fault is not null);
        writer.WriteEndObject();
    }
}
