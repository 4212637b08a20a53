namespace PresenceClient.Emulator;

/// <summary>Writes the scenes of one day, second by second of the local day, in order.</summary>
internal sealed class SceneWriter
{
    /// <summary>More than a day has; each day's numbers begin with a multiple.</summary>
    private const int MostScenes = 1_000;

    private readonly List<Scene> _scenes;
    private readonly Func<int, DateTime> _timeOf;

    public SceneWriter(long daysLived, Func<int, DateTime> timeOf)
    {
        _timeOf = timeOf;
        _scenes = [new Scene(timeOf(0), daysLived * MostScenes)];
    }

    /// <summary>Shows a pair on a device; null closes it.</summary>
    public void Show(int second, PresencePair? pair, TeamsDevice device = TeamsDevice.Desktop)
    {
        string key = PresenceSession.KeyOf(device);
        DateTime since = _timeOf(second);
        PresenceSession[] others =
            Array.FindAll(_scenes[^1].Sessions, session => !session.Is(SessionKind.TeamsClient, key));
        PresenceSession[] sessions = pair is null
            ? others
            : [.. others, new PresenceSession(SessionKind.TeamsClient, key, pair.Value, since, DateTime.MaxValue)];
        Cut(second, scene => scene with { Sessions = sessions });
    }

    /// <summary>Chooses a pair in Teams; null goes back to what the clients find out.</summary>
    public void Prefer(int second, PresencePair? pair) => Cut(second, scene => scene with { Preferred = pair });

    /// <summary>Begins or ends a meeting of the calendar.</summary>
    public void Meet(int second, bool begins)
    {
        DateTime? since = begins ? _timeOf(second) : null;
        Cut(second, scene => scene with { MeetingSince = since });
    }

    /// <summary>Writes a status message; null takes it away.</summary>
    public void Say(int second, string? message)
    {
        StatusMessage? status =
            message is null ? null : new StatusMessage(message, _timeOf(second), DateTime.MaxValue);
        Cut(second, scene => scene with { Status = status });
    }

    /// <summary>Is out of office from here on.</summary>
    public void Leave(int second, string reply)
    {
        var outOfOffice = new OutOfOffice(reply);
        Cut(second, scene => scene with { OutOfOffice = outOfOffice });
    }

    public Scene[] ToArray() => [.. _scenes];

    /// <summary>Begins another scene with the last one's state and a change.</summary>
    private void Cut(int second, Func<Scene, Scene> change)
    {
        Scene last = _scenes[^1];
        DateTime start = _timeOf(second);
        _scenes.Add(change(last) with { Start = start, Number = last.Number + 1 });
    }
}
