using System.Text;
using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// The texts of an error that does not have the form of Microsoft Graph: from the sign-in service (<c>error</c>,
/// <c>error_description</c>), from a gateway (<c>message</c>, in any case), or in the form of RFC 9457 (<c>detail</c>,
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

    /// <summary>Reads a property of the body, or skips it.</summary>
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

    // An error text without spaces, for example invalid_client, is a code. Any other text is the message.
    private static bool IsSentence(string? error) => error?.Contains(' ', StringComparison.Ordinal) == true;
}
