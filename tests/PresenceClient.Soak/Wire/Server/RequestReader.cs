using System.Globalization;
using System.Text;

namespace PresenceClient.Soak.Wire.Server;

/// <summary>Reads HTTP/1.1 requests from a stream, one at a time.</summary>
internal sealed class RequestReader(Stream stream)
{
    private const int MostHead = 64 * 1024;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Reads the next request; null when the client closes the connection.</summary>
    public async Task<WireRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        string? first = await ReadLineAsync(cancellationToken);
        if (first is null)
        {
            return null;
        }

        string[] parts = first.Split(' ');
        List<KeyValuePair<string, string>> headers = [];
        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(colon < 0
                ? new(line, "")
                : new(line[..colon], line[(colon + 1)..].Trim()));
        }

        var head = new WireRequest(parts[0], TargetOf(parts.ElementAtOrDefault(1) ?? ""), headers, []);
        return head with { Body = await ReadBodyAsync(head, cancellationToken) };
    }

    /// <summary>Waits until the client closes the connection.</summary>
    public async Task WaitForEndAsync(CancellationToken cancellationToken)
    {
        do
        {
            _start = _end;
        }
        while (await FillAsync(cancellationToken));
    }

    // Requests to a proxy have an absolute address.
    private static string TargetOf(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address.PathAndQuery
            : target;

    private async Task<byte[]> ReadBodyAsync(WireRequest head, CancellationToken cancellationToken)
    {
        if (head.Header("Transfer-Encoding") is not null)
        {
            return await ReadChunksAsync(cancellationToken);
        }

        byte[] body = new byte[int.Parse(head.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture)];
        await ReadIntoAsync(body, cancellationToken);
        return body;
    }

    private async Task<byte[]> ReadChunksAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (true)
        {
            string size = await ReadLineAsync(cancellationToken) ?? "0";
            byte[] chunk = new byte[int.Parse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)];
            await ReadIntoAsync(chunk, cancellationToken);
            await ReadLineAsync(cancellationToken);
            if (chunk.Length == 0)
            {
                return body.ToArray();
            }

            body.Write(chunk);
        }
    }

    private async Task ReadIntoAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        while (target.Length > 0)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
            {
                throw new IOException("The client closed the connection within a body.");
            }

            int length = Math.Min(_end - _start, target.Length);
            _buffer.AsMemory(_start, length).CopyTo(target);
            _start += length;
            target = target[length..];
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        List<byte> line = [];
        while (line.Count < MostHead)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
            {
                return null;
            }

            byte next = _buffer[_start++];
            if (next == '\n')
            {
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(next);
        }

        throw new IOException("The head of the request is too long.");
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = await stream.ReadAsync(_buffer, cancellationToken);
        return _end > 0;
    }
}
