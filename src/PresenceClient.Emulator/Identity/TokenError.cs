using System.Globalization;
using System.Text.Json;

namespace PresenceClient.Emulator.Identity;

/// <summary>
/// An error in Entra's form: OAuth's error code, and a description that begins with the AADSTS number.
/// </summary>
internal sealed record TokenError(int Status, string Error, int Number, string Message)
{
    public static readonly TokenError WrongSecret =
        new(401, "invalid_client", 7000215, "Invalid client secret provided.");
    public static readonly TokenError NoSecret = new(
        401, "invalid_client", 7000218, "The request body must contain the following parameter: 'client_secret'.");

    public static readonly TokenError DisabledUser = new(400, "invalid_grant", 50057, "The user account is disabled.");

    /// <summary>The text is the emulator's own.</summary>
    public static readonly TokenError NoSignInPage = new(
        400,
        "unsupported_response_type",
        70005,
        "The emulator has no sign-in page. Request a token with the grant type client_credentials or password.");

    public static TokenError Malformed(string flaw) =>
        new(400, "invalid_request", 9002313, $"Invalid request. Request is malformed or invalid. {flaw}");

    public static TokenError Missing(string parameter) => new(
        400, "invalid_request", 900144, $"The request body must contain the following parameter: '{parameter}'.");

    public static TokenError UnknownTenant(string tenant) =>
        new(400, "invalid_request", 90002, $"Tenant '{tenant}' not found.");

    public static TokenError UnknownApplication(string clientId) => new(
        400,
        "unauthorized_client",
        700016,
        $"Application with identifier '{clientId}' was not found in the directory.");

    public static TokenError UnknownUser(string name) =>
        new(400, "invalid_grant", 50034, $"The user account {name} does not exist in the directory.");

    public static TokenError UnknownGrant(string grant) =>
        new(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{grant}'.");

    public static TokenError NotDefaultScope(string scope) => new(
        400,
        "invalid_scope",
        1002012,
        $"The scope {scope} is not valid: the client credentials flow takes a resource followed by /.default.");

    public void Write(Utf8JsonWriter writer, DateTime now)
    {
        string trace = Guid.NewGuid().ToString();
        string correlation = Guid.NewGuid().ToString();
        string time = now.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        writer.WriteStartObject();
        writer.WriteString("error", Error);
        writer.WriteString(
            "error_description",
            $"AADSTS{Number}: {Message} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {time}");
        writer.WriteStartArray("error_codes");
        writer.WriteNumberValue(Number);
        writer.WriteEndArray();
        writer.WriteString("timestamp", time);
        writer.WriteString("trace_id", trace);
        writer.WriteString("correlation_id", correlation);
        writer.WriteEndObject();
    }
}
