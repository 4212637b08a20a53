namespace PresenceClient.Emulator.Notifications;

/// <summary>
/// The documented rules for slow subscribers, over the answers of ten minutes: if more than 10 % take longer than 3
/// seconds, new notifications are delayed for ten minutes; if more than 15 % take longer than 10 seconds, they are
/// dropped for ten minutes. Not thread-safe.
/// </summary>
internal sealed class SubscriberHealth
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    // Assumed: a share of fewer answers says nothing.
    private const int FewestAnswers = 10;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TooSlow = TimeSpan.FromSeconds(10);

    private readonly Queue<(DateTime At, TimeSpan Duration)> _answers = new();
    private DateTime _slowUntil;
    private DateTime _droppedUntil;

    public bool IsSlow(DateTime now) => now < _slowUntil;

    public bool IsDropped(DateTime now) => now < _droppedUntil;

    public void Add(DateTime now, TimeSpan duration)
    {
        _answers.Enqueue((now, duration));
        while (_answers.Peek().At < now - Window)
        {
            _answers.Dequeue();
        }

        if (_answers.Count < FewestAnswers)
        {
            return;
        }

        if (_answers.Count(answer => answer.Duration >= TooSlow) > _answers.Count * 0.15)
        {
            _droppedUntil = now + Window;
        }
        else if (_answers.Count(answer => answer.Duration > Slow) > _answers.Count * 0.1)
        {
            _slowUntil = now + Window;
        }
    }
}
