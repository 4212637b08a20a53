namespace PresenceClient.Soak.Wire.Server;

/// <summary>The target of an answer: a raw connection or an HTTP/2 stream.</summary>
internal interface IWire
{
    /// <summary>Sends the head. Without a length, <see cref="EndAsync"/> ends the body.</summary>
    Task HeadAsync(int status, IReadOnlyList<KeyValuePair<string, string>> headers, long? length);

    /// <summary>Sends a part of the body.</summary>
    Task BodyAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>Completes the body.</summary>
    Task EndAsync();

    /// <summary>Sends bytes that do not have to be HTTP. Only raw connections support it.</summary>
    Task BytesAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>Ends the connection or the stream, even if the answer is incomplete.</summary>
    /// <param name="reset">Whether to send a reset; otherwise the end looks regular.</param>
    void Cut(bool reset);

    /// <summary>Keeps the connection open in silence until the client closes it.</summary>
    Task FreezeAsync();
}
