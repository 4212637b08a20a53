namespace PresenceService.Hosting;

/// <summary>How many requests all tenants' clients have sent to Graph, retries included.</summary>
internal sealed class RequestCounter
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);
}
