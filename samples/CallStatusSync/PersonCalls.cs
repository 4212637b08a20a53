using PresenceClient;

namespace CallStatusSync;

/// <summary>The calls of one person. Two at once show until the last one has ended.</summary>
internal sealed class PersonCalls
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly Dictionary<string, PhoneEventKind> _calls = [];
    private readonly Dictionary<string, DateTimeOffset> _ended = [];

    /// <summary>What the person's calls show; null for nothing.</summary>
    public SessionPresence? Shown =>
        _calls.Values.Select(CallPresence.Of).FirstOrDefault(presence => presence is not null);

    /// <summary>Notes an event.</summary>
    /// <returns>Whether it counts. A late event does not bring back a call that has ended.</returns>
    public bool TryApply(PhoneEvent phoneEvent)
    {
        foreach (string old in _ended.Where(call => call.Value < phoneEvent.Time - Remembered).Select(call => call.Key))
        {
            _ended.Remove(old);
        }

        if (phoneEvent.Kind == PhoneEventKind.HungUp)
        {
            _calls.Remove(phoneEvent.Call);
            _ended[phoneEvent.Call] = phoneEvent.Time;
            return true;
        }

        if (_ended.TryGetValue(phoneEvent.Call, out DateTimeOffset end) && phoneEvent.Time < end)
        {
            return false;
        }

        _calls[phoneEvent.Call] = phoneEvent.Kind;
        return true;
    }
}
