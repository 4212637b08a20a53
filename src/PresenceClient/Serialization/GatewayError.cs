using System.Text;
using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// The words of an error that does not have Microsoft Graph's form: of the sign-in service (<c>error</c>,
/// <c>error_description</c>), of a gateway (<c>message</c>, whatever its case), or of RFC 9457 (<c>detail</c>,
/// <c>title</c>).
/// </summary>
internal struct GatewayError
{
    private string? _error;
    private string? _code;
    private string? _description;
    private string? _message;
    private string? _detail;
    private string? _title;

    public readonly string? Code => _code ?? (Words is null && IsSentence(_error) ? null : _error);

    public readonly string? Message => Words ?? (IsSentence(_error) ? _error : null);

    private readonly string? Words => _description ?? _message ?? _detail ?? _title;

    /// <summary>Takes a property of the body, or skips it.</summary>
    public void Read(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        string? text = Json.ReadTextOrSkip(ref reader);
        if (text is null)
        {
            return;
        }

        if (Ascii.EqualsIgnoreCase(name, "error"u8))
        {
            _error = text;
        }
        else if (Ascii.EqualsIgnoreCase(name, "error_description"u8))
        {
            _description = text;
        }
        else if (Ascii.EqualsIgnoreCase(name, "message"u8))
        {
            _message = text;
        }
        else if (Ascii.EqualsIgnoreCase(name, "code"u8))
        {
            _code = text;
        }
        else if (Ascii.EqualsIgnoreCase(name, "detail"u8))
        {
            _detail = text;
        }
        else if (Ascii.EqualsIgnoreCase(name, "title"u8))
        {
            _title = text;
        }
    }

    // An error that is a text is a code by its form, such as invalid_client, or else all that there is to say.
    private static bool IsSentence(string? error) => error?.Contains(' ', StringComparison.Ordinal) == true;
}
