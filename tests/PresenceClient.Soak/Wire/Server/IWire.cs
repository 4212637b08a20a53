namespace PresenceClient.Soak.Wire.Server;

/// <summary>Where an answer is written to: a raw connection, or a stream of HTTP/2.</summary>
internal interface IWire
{
    /// <summary>Told when the client closes the connection of the answer; never for HTTP/2.</summary>
    Action? ClientLeft { get; set; }

    /// <summary>Sends the head. Without a length the body ends where <see cref="EndAsync"/> says so.</summary>
    Task HeadAsync(int status, IReadOnlyList<KeyValuePair<string, string>> headers, long? length);

    /// <summary>Sends a part of the body.</summary>
    Task BodyAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>Says that the body is complete.</summary>
    Task EndAsync();

    /// <summary>Sends bytes that need not be HTTP. Only a raw connection can.</summary>
    Task BytesAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>Ends the connection or the stream, whatever is missing.</summary>
    /// <param name="reset">By a reset; else as if nothing were left to say.</param>
    void Cut(bool reset);

    /// <summary>Keeps the connection open and says nothing until the client leaves.</summary>
    Task FreezeAsync();
}
