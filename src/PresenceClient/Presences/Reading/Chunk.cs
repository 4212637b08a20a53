namespace PresenceClient.Presences;

/// <summary>A part of a bulk read that is one request: its ids, and what was found of them.</summary>
/// <param name="Start">Where the part begins in the list of all ids.</param>
/// <param name="Ids">The ids, from 1 to <see cref="ChunkRead.Limit"/>.</param>
/// <param name="Found">The presence of each, or null where there is none.</param>
internal sealed record Chunk(int Start, ReadOnlyMemory<string> Ids, Memory<UserPresence?> Found)
{
    /// <summary>The ids without a presence once the chunk is read, in the order asked.</summary>
    public string[] Lacking { get; private init; } = [];

    /// <summary>Why they are lacking; null when the service left them out.</summary>
    public PresenceException? Failure { get; private init; }

    /// <summary>The failure with its ids, as callers see it; null for none.</summary>
    public PresenceReadFailure? PublicFailure =>
        Failure is { } reason && Lacking.Length > 0 ? new PresenceReadFailure(Lacking, reason) : null;

    public IReadOnlyList<string> Missing => Failure is null ? Lacking : [];

    /// <summary>The chunk as it is once its request has ended.</summary>
    public Chunk Ended(PresenceException? failure)
    {
        int lacking = Found.Span.Count((UserPresence?)null);
        if (lacking == 0)
        {
            return this;
        }

        string[] ids = new string[lacking];
        for (int i = 0, next = 0; next < lacking; i++)
        {
            if (Found.Span[i] is null)
            {
                ids[next++] = Ids.Span[i];
            }
        }

        return this with { Lacking = ids, Failure = failure };
    }

    /// <summary>The presences that were found, in the order asked.</summary>
    public UserPresence[] ToPresences() => [.. Found.ToArray().OfType<UserPresence>()];
}
