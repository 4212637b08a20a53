using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Life;

/// <summary>Writes the scenes of one day, second by second of the local day, in order.</summary>
internal sealed class SceneWriter
{
    /// <summary>Far more than a day has; each day's numbers begin with a multiple.</summary>
    private const int MostScenes = 1_000;

    private readonly List<Scene> _scenes = [];
    private readonly Func<int, DateTime> _timeOf;
    private readonly long _firstNumber;
    private PresenceSession? _desktop;
    private PresenceSession? _mobile;
    private EmulatedPair? _preferred;
    private DateTime? _meetingSince;
    private StatusMessage? _status;
    private OutOfOffice? _outOfOffice;

    public SceneWriter(long daysLived, Func<int, DateTime> timeOf)
    {
        (_firstNumber, _timeOf) = (daysLived * MostScenes, timeOf);
        Cut(timeOf(0));
    }

    /// <summary>Shows a pair on the desktop; null closes it.</summary>
    public void Show(int second, EmulatedPair? pair)
    {
        DateTime now = _timeOf(second);
        _desktop = Session(now, TeamsDevice.Desktop, pair);
        Cut(now);
    }

    /// <summary>Shows a pair on the phone; null closes it.</summary>
    public void ShowOnPhone(int second, EmulatedPair? pair)
    {
        DateTime now = _timeOf(second);
        _mobile = Session(now, TeamsDevice.Mobile, pair);
        Cut(now);
    }

    /// <summary>Chooses a pair in Teams; null goes back to what the clients find out.</summary>
    public void Prefer(int second, EmulatedPair? pair)
    {
        _preferred = pair;
        Cut(_timeOf(second));
    }

    /// <summary>Begins or ends a meeting of the calendar.</summary>
    public void Meet(int second, bool begins)
    {
        DateTime now = _timeOf(second);
        _meetingSince = begins ? now : null;
        Cut(now);
    }

    /// <summary>Writes a status message; null takes it away.</summary>
    public void Say(int second, string? message)
    {
        DateTime now = _timeOf(second);
        _status = message is null ? null : new StatusMessage(message, now, DateTime.MaxValue);
        Cut(now);
    }

    /// <summary>Is out of office from here on.</summary>
    public void Leave(int second, string reply)
    {
        _outOfOffice = new OutOfOffice(reply);
        Cut(_timeOf(second));
    }

    public Scene[] ToArray() => [.. _scenes];

    private void Cut(DateTime start) => _scenes.Add(new Scene(start, _firstNumber + _scenes.Count)
    {
        Sessions = Sessions(),
        MeetingSince = _meetingSince,
        Preferred = _preferred,
        Status = _status,
        OutOfOffice = _outOfOffice,
    });

    private PresenceSession[] Sessions() => (_desktop, _mobile) switch
    {
        ({ } desktop, { } mobile) => [desktop, mobile],
        ({ } desktop, null) => [desktop],
        (null, { } mobile) => [mobile],
        _ => [],
    };

    private static PresenceSession? Session(DateTime since, TeamsDevice device, EmulatedPair? pair) => pair is null
        ? null
        : new(SessionKind.TeamsClient, PresenceSession.KeyOf(device), pair.Value, since, DateTime.MaxValue);
}
