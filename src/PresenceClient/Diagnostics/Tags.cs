namespace PresenceClient.Diagnostics;

/// <summary>The names of all tags. They follow the OpenTelemetry conventions where those define a name.</summary>
internal static class Tags
{
    public const string Operation = "presence.operation";

    public const string Attempts = "presence.attempts";

    public const string Kind = "presence.change.kind";

    public const string Users = "presence.users";

    public const string StatusCode = "http.response.status_code";

    public const string ErrorType = "error.type";
}
