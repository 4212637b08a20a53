namespace PresenceClient.Http;

/// <summary>
/// A lane through the gate for the requests of a watch or a keeper. All other requests go first, and the lane has only
/// a share of the pace. Created by the gate, and used under its lock.
/// </summary>
/// <param name="share">The window of the share; null without pacing.</param>
internal sealed class BackgroundLane(SlidingWindow? share)
{
    public SlidingWindow? Share => share;
}
