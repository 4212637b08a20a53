using System.Text;

namespace PresenceClient.Cli;

/// <summary>Decodes the bytes of a text file: UTF-8, or the encoding of its byte order mark.</summary>
internal static class IdsText
{
    // UTF-32 first: its mark begins with that of UTF-16.
    private static readonly Encoding[] Encodings =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <exception cref="CliException">The bytes are not text; the message names the line.</exception>
    public static string Decode(byte[] bytes, string name)
    {
        Encoding encoding = Encodings.FirstOrDefault(known => bytes.AsSpan().StartsWith(known.Preamble)) ?? Utf8;
        ReadOnlySpan<byte> rest = bytes.AsSpan(encoding.Preamble.Length);
        try
        {
            string text = encoding.GetString(rest);
            int zero = text.IndexOf('\0', StringComparison.Ordinal);
            return zero < 0 ? text : throw NotText(name, text.AsSpan(0, zero).Count('\n') + 1);
        }
        catch (DecoderFallbackException e)
        {
            throw NotText(name, rest[..Math.Clamp(e.Index, 0, rest.Length)].Count((byte)'\n') + 1, e);
        }
    }

    private static CliException NotText(string name, int line, Exception? cause = null) =>
        new($"{name}, line {line}: not text in UTF-8. "
            + "Save the file as UTF-8 text, with an object id or a sign-in name on each line.", cause!);
}
