using System.Globalization;
using System.Text.Json;

namespace PresenceClient.Emulator;

/// <summary>An error in Graph's form: the status, and the code and message of the envelope.</summary>
internal sealed record GraphError(int Status, string Code, string Message)
{
    // Observed or documented.
    public static readonly GraphError Forbidden = new(403, "Forbidden", "");
    public static readonly GraphError MethodNotAllowed =
        new(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
    public static readonly GraphError MeNeedsUser =
        new(400, "BadRequest", "/me request is only valid with delegated authentication flow.");

    // Assumed: the sources name the status alone, or less.
    public static readonly GraphError NoSession = new(404, "NotFound", "The presence session does not exist.");
    public static readonly GraphError NoUser = new(404, "NotFound", "The user does not exist.");
    public static readonly GraphError BadJson = new(400, "BadRequest", "The request body is not a JSON object.");
    public static readonly GraphError TooLarge =
        new(413, "RequestEntityTooLarge", "The request body is larger than the service takes.");

    public static GraphError InvalidArgument(string message) => new(400, "InvalidArgument", message);

    public static GraphError Required(string field) => InvalidArgument($"[{field}]: The {field} field is required.");

    public static GraphError OutOfRange(string field) => InvalidArgument($"The provided [{field}] is out of range.");

    public static GraphError InvalidValue(string field) => InvalidArgument($"The provided [{field}] is not valid.");

    public static GraphError BadQuery(string message) => new(400, "Request_BadRequest", message);

    public static GraphError InvalidToken(string message) => new(401, "InvalidAuthenticationToken", message);

    public static GraphError OtherUser(EmulatedUser user) =>
        new(401, "Unauthorized", $"Cannot set the presence of another user. Authenticated user: {user.Id}");

    public static GraphError UnknownSegment(string segment) =>
        new(400, "BadRequest", $"Resource not found for the segment '{segment}'.");

    public static GraphError UnknownVersion(string version) =>
        new(400, "BadRequest", $"Invalid version: {version}");

    public static GraphError UnknownResource(string id) => new(
        404,
        "Request_ResourceNotFound",
        $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");

    public void Write(Utf8JsonWriter writer, GraphCall call)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", Code);
        writer.WriteString("message", Message);
        writer.WriteStartObject("innerError");
        // Graph prints the date without a zone.
        writer.WriteString("date", call.Now.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        writer.WriteString("request-id", call.RequestId);
        writer.WriteString("client-request-id", call.ClientRequestId);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
