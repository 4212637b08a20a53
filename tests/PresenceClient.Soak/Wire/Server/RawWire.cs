using System.Net.Sockets;
using System.Text;

namespace PresenceClient.Soak.Wire.Server;

/// <summary>An answer over an HTTP/1.1 connection.</summary>
internal sealed class RawWire(Socket socket, Stream stream, RequestReader reader, CancellationToken stop) : IWire
{
    private bool _chunked;

    /// <summary>Whether the connection cannot take another request.</summary>
    public bool IsOver { get; private set; }

    public Task HeadAsync(int status, IReadOnlyList<KeyValuePair<string, string>> headers, long? length)
    {
        var head = new StringBuilder();
        head.Append("HTTP/1.1 ").Append(status).Append(" Said so\r\n");
        foreach ((string name, string value) in headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
            IsOver |= name == "Connection" && value == "close";
        }

        // 204 and 304 have no body, so they have no length either.
        bool bodiless = status is 204 or 304;
        _chunked = length is null && !bodiless;
        head.Append(bodiless ? "" : _chunked ? "Transfer-Encoding: chunked\r\n" : $"Content-Length: {length}\r\n");
        return BytesAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()));
    }

    public Task BodyAsync(ReadOnlyMemory<byte> bytes)
    {
        if (!_chunked || bytes.IsEmpty)
        {
            return BytesAsync(bytes);
        }

        byte[] size = Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n");
        return BytesAsync((byte[])[.. size, .. bytes.Span, (byte)'\r', (byte)'\n']);
    }

    public Task EndAsync() => _chunked ? BytesAsync("0\r\n\r\n"u8.ToArray()) : Task.CompletedTask;

    public async Task BytesAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, stop);
        await stream.FlushAsync(stop);
    }

    public void Cut(bool reset)
    {
        IsOver = true;
        if (reset)
        {
            // With this setting, closing the socket sends a reset.
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        socket.Close();
    }

    public async Task FreezeAsync()
    {
        IsOver = true;
        await reader.WaitForEndAsync(stop);
    }
}
