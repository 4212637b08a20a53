using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace PresenceClient.Emulator.Protocol;

/// <summary>An error in Graph's form: the status, and the code and message of the envelope.</summary>
internal sealed record EmulatedError(int Status, string Code, string Message)
{
    private const string Injected = "An injected fault answered in place of the service.";

    // Documented or observed.
    public static readonly EmulatedError Forbidden = new(403, "Forbidden", "");
    public static readonly EmulatedError InsufficientPrivileges =
        new(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    public static readonly EmulatedError MethodNotAllowed =
        new(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");

    /// <summary>Documented, with a body of its own form.</summary>
    public static readonly EmulatedError TooManyRequests = new(429, "TooManyRequests", "Please retry again later.");

    /// <summary>Observed for a subscription without a signed-in user.</summary>
    public static readonly EmulatedError NotForApplications = OfExtension(
        403, "Forbidden", "The request is not authorized for this user or application.");

    /// <summary>Observed for a subscription to <c>/me/presence</c>; assumed for other resources.</summary>
    public static readonly EmulatedError UnsupportedWorkload = OfExtension(
        400, "BadRequest", "Unsupported workload.");

    /// <summary>Observed for groups that are counted without the header.</summary>
    public static readonly EmulatedError CountWithoutHeader =
        new(400, "Request_BadRequest", "$count is not currently supported.");

    // Graph's general answers, not seen for presence.
    public static readonly EmulatedError MeNeedsUser =
        new(400, "BadRequest", "/me request is only valid with delegated authentication flow.");

    // Assumed: the sources give only the status, or nothing.
    public static readonly EmulatedError NoSession = new(404, "NotFound", "The presence session does not exist.");
    public static readonly EmulatedError NoUser = new(404, "NotFound", "The user does not exist.");
    public static readonly EmulatedError BadJson = new(400, "BadRequest", "The request body is not a JSON object.");
    public static readonly EmulatedError TooLarge =
        new(413, "RequestEntityTooLarge", "The request body is larger than the service accepts.");

    /// <summary>Observed form of the errors of subscriptions.</summary>
    public static EmulatedError OfExtension(int status, string name, string reason) => new(
        status,
        "ExtensionError",
        $"Operation: Create; Exception: [Status Code: {name}; Reason: {reason}]");

    /// <summary>Assumed code and text of other errors in the body of a subscription.</summary>
    public static EmulatedError BadSubscription(string message) => new(400, "InvalidRequest", message);

    /// <summary>The status is documented; code and text are assumed.</summary>
    public static EmulatedError NotValidated(string reason) =>
        new(400, "ValidationError", $"Subscription validation request failed. {reason}");

    /// <summary>The status and the text are documented; the code is assumed.</summary>
    public static EmulatedError SubscriptionExists(string id) =>
        new(409, "Conflict", $"Subscription Id {id} already exists for the requested combination");

    /// <summary>The status is documented; code and text are assumed.</summary>
    public static EmulatedError NoSubscription(string id) =>
        new(404, "ResourceNotFound", $"The subscription '{id}' expired, was deleted, or is of another caller.");

    public static EmulatedError InvalidArgument(string message) => new(400, "InvalidArgument", message);

    /// <summary>Observed for the session id; assumed to read the same for other fields.</summary>
    public static EmulatedError Required(string field) => InvalidArgument($"[{field}]: The {field} field is required.");

    /// <summary>Observed for the duration of a session; assumed for that of a preference.</summary>
    public static EmulatedError OutOfRange(string field) => InvalidArgument($"The provided [{field}] is out of range.");

    /// <summary>Assumed text. It is observed that malformed values are rejected.</summary>
    public static EmulatedError InvalidValue(string field) => InvalidArgument($"The provided [{field}] is not valid.");

    /// <summary>Assumed text; the code is the directory's usual one.</summary>
    public static EmulatedError BadQuery(string message) => new(400, "Request_BadRequest", message);

    /// <summary>The documented code of a query that isn't supported; the text is assumed.</summary>
    public static EmulatedError UnsupportedQuery(string message) => new(400, "Request_UnsupportedQuery", message);

    /// <summary>Observed for <c>in</c> and for <c>or</c>.</summary>
    public static EmulatedError TooManyClauses(int count, int most) => UnsupportedQuery(
        "Too many child clauses specified in search filter expression containing 'OR' operators: "
        + string.Create(CultureInfo.InvariantCulture, $"{count}. Max allowed: {most}."));

    /// <summary>Graph's general answer to a property that the type does not have; assumed for presence.</summary>
    public static EmulatedError UnknownProperty(string name) => new(
        400,
        "BadRequest",
        "Parsing OData Select and Expand failed: "
        + $"Could not find a property named '{name}' on type 'microsoft.graph.presence'.");

    /// <summary>Other workloads reject such properties; assumed for presence, and the text is assumed.</summary>
    public static EmulatedError UnknownBodyProperty(string name, string fault, IReadOnlyCollection<string> known)
    {
        string hint = known.Count == 0 ? "The action has no properties." : $"Use {string.Join(", ", known)}.";
        return new(400, "BadRequest", $"The property '{name}' {fault}. {hint}");
    }

    /// <summary>Other workloads reject such a body; assumed for presence, and the text is assumed.</summary>
    public static EmulatedError NotJson(string contentType) => new(
        400,
        "BadRequest",
        contentType.Length == 0
            ? "The request has a body, but no Content-Type header. Send the body as application/json."
            : $"The Content-Type '{contentType}' is not supported. Send the body as application/json in UTF-8.");

    /// <summary>Graph's general answer to a token that it does not accept.</summary>
    public static EmulatedError InvalidToken(string message) => new(401, "InvalidAuthenticationToken", message);

    /// <summary>Observed status and beginning of the message; assumed code.</summary>
    public static EmulatedError OtherUser(EmulatedUser user) =>
        new(401, "Unauthorized", $"Cannot set the presence of another user. Authenticated user: {user.Id}");

    /// <summary>Graph's general answer to an unknown path; assumed for presence.</summary>
    public static EmulatedError UnknownSegment(string segment) =>
        new(400, "BadRequest", $"Resource not found for the segment '{segment}'.");

    /// <summary>Assumed. The missing beta endpoint is specific to the emulator.</summary>
    public static EmulatedError UnknownVersion(string version) => new(
        400,
        "BadRequest",
        $"Invalid version: {version}{(version == "beta" ? ". The emulator serves only v1.0." : "")}");

    /// <summary>The status for such a batch is documented; the text is assumed.</summary>
    public static EmulatedError BadBatch(string message) => new(400, "BadRequest", $"Invalid batch: {message}");

    /// <summary>The status is documented; code and message are assumed.</summary>
    public static EmulatedError FailedDependency(string id) =>
        new(424, "FailedDependency", $"The request depends on request '{id}', which failed.");

    /// <summary>The error of an injected status without a body; assumed, except for 401, 403 and 429.</summary>
    public static EmulatedError OfStatus(int status) => status switch
    {
        401 => InvalidToken(Injected),
        403 => Forbidden,
        429 => TooManyRequests,
        _ => new(
            status,
            ReasonPhrases.GetReasonPhrase(status).Replace(" ", "", StringComparison.Ordinal),
            Injected),
    };

    /// <summary>The directory's general answer to an unknown object.</summary>
    public static EmulatedError UnknownResource(string id) => new(
        404,
        "Request_ResourceNotFound",
        $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");

    public void Write(Utf8JsonWriter writer, EmulatedCall call)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", Code);
        // Graph's date has no time zone.
        string date = call.Now.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        if (Status == TooManyRequests.Status)
        {
            WriteThrottled(writer, call, date);
        }
        else
        {
            WriteUsual(writer, call, date);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteUsual(Utf8JsonWriter writer, EmulatedCall call, string date)
    {
        writer.WriteString("message", Message);
        writer.WriteStartObject("innerError");
        writer.WriteString("date", date);
        writer.WriteString("request-id", call.RequestId);
        writer.WriteString("client-request-id", call.ClientRequestId);
        writer.WriteEndObject();
    }

    /// <summary>The documented sample, property by property.</summary>
    private void WriteThrottled(Utf8JsonWriter writer, EmulatedCall call, string date)
    {
        writer.WriteStartObject("innerError");
        writer.WriteString("code", "429");
        writer.WriteString("date", date);
        writer.WriteString("message", "Please retry after");
        writer.WriteString("request-id", call.RequestId);
        writer.WriteString("status", "429");
        writer.WriteEndObject();
        writer.WriteString("message", Message);
    }
}
