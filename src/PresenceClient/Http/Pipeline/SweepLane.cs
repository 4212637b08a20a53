namespace PresenceClient.Http;

/// <summary>
/// The way through the gate for the requests of a watch: every other request goes before them, and they take no more
/// than a share of the pace. Made by the gate, which guards it.
/// </summary>
/// <param name="share">The window of the share; null where there is no pace.</param>
internal sealed class SweepLane(SlidingWindow? share)
{
    public SlidingWindow? Share => share;
}
