using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Life;

/// <summary>Writes the scenes of one day in the order of the seconds of the local day.</summary>
internal sealed class SceneWriter
{
    /// <summary>Far more scenes than a day has. The numbers of each day begin at a multiple.</summary>
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

    /// <summary>Shows a pair on the desktop; null closes the client.</summary>
    public void Show(int second, EmulatedPair? pair)
    {
        DateTime now = _timeOf(second);
        _desktop = Session(now, TeamsDevice.Desktop, pair);
        Cut(now);
    }

    /// <summary>Shows a pair on the phone; null closes the client.</summary>
    public void ShowOnPhone(int second, EmulatedPair? pair)
    {
        DateTime now = _timeOf(second);
        _mobile = Session(now, TeamsDevice.Mobile, pair);
        Cut(now);
    }

    /// <summary>Sets the preferred presence; null clears it.</summary>
    public void Prefer(int second, EmulatedPair? pair)
    {
        _preferred = pair;
        Cut(_timeOf(second));
    }

    /// <summary>Begins or ends a calendar meeting.</summary>
    public void Meet(int second, bool begins)
    {
        DateTime now = _timeOf(second);
        _meetingSince = begins ? now : null;
        Cut(now);
    }

    /// <summary>Sets the status message; null removes it.</summary>
    public void Say(int second, string? message)
    {
        DateTime now = _timeOf(second);
        _status = message is null ? null : new StatusMessage(message, now, DateTime.MaxValue);
        Cut(now);
    }

    /// <summary>Puts the user out of office from this second on.</summary>
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
