using System.Text;

namespace PresenceClient.Serialization;

/// <summary>Writes the body of a bulk read: ids are GUIDs by now, so nothing needs an escape.</summary>
internal static class IdListWriter
{
    private const int IdLength = 36;

    public static byte[] Write(ReadOnlySpan<string> ids)
    {
        ReadOnlySpan<byte> start = "{\"ids\":["u8;
        ReadOnlySpan<byte> end = "]}"u8;
        int separators = Math.Max(ids.Length - 1, 0);
        byte[] body = new byte[start.Length + (ids.Length * (IdLength + 2)) + separators + end.Length];
        start.CopyTo(body);
        Span<byte> rest = body.AsSpan(start.Length);
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

        end.CopyTo(rest);
        return body;
    }
}
