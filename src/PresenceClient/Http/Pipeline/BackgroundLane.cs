namespace PresenceClient.Http;

/// <summary>
/// A lane through the gate for the requests of a watch or a keeper. All other requests go first, and the lane has only
/// a share of the pace, of at least one request. Created by the gate, and used under its lock.
/// </summary>
internal sealed class BackgroundLane
{
    private readonly SlidingWindow? _pace;
    private readonly double _share;
    private readonly SlidingWindow? _window;

    /// <param name="pace">The pace; null without pacing.</param>
    /// <param name="share">The share of it.</param>
    /// <param name="length">The length of the window.</param>
    public BackgroundLane(SlidingWindow? pace, double share, TimeSpan length)
    {
        (_pace, _share) = (pace, share);
        _window = pace is null ? null : new SlidingWindow(RequestsOf(pace.Most), length);
    }

    /// <summary>The most requests in a window; null without pacing. It changes with the pace.</summary>
    public int? Requests => _pace is null ? null : RequestsOf(_pace.Requests);

    /// <summary>The window of the share; null without pacing.</summary>
    public SlidingWindow? Share
    {
        get
        {
            if (_window is not null)
            {
                _window.Requests = Requests!.Value;
            }

            return _window;
        }
    }

    private int RequestsOf(int pace) => Math.Max((int)(pace * _share), 1);
}
