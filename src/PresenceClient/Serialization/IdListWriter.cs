using System.Text;

namespace PresenceClient.Serialization;

/// <summary>Writes the body of a bulk read. The ids are known to be GUIDs, so no character needs escaping.</summary>
internal static class IdListWriter
{
    private const int IdLength = 36;

    private static ReadOnlySpan<byte> Start => "{\"ids\":["u8;

    private static ReadOnlySpan<byte> End => "]}"u8;

    /// <summary>Calculates the length of the body in bytes.</summary>
    public static int LengthFor(int ids) =>
        Start.Length + (ids * (IdLength + 2)) + Math.Max(ids - 1, 0) + End.Length;

    /// <summary>Writes the body to a buffer that is long enough.</summary>
    public static void Write(ReadOnlySpan<string> ids, Span<byte> body)
    {
        Start.CopyTo(body);
        Span<byte> rest = body[Start.Length..];
        for (int i = 0; i < ids.Length; i++)
        {
            if (i > 0)
            {
                rest[0] = (byte)',';
                rest = rest[1..];
            }

            rest[0] = (byte)'"';
            Ascii.FromUtf16(ids[i], rest[1..], out _);
            rest[IdLength + 1] = (byte)'"';
            rest = rest[(IdLength + 2)..];
        }

        End.CopyTo(rest);
    }
}
