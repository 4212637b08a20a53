using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Life;

/// <content>The activities between planned events.</content>
internal sealed partial class WorkDay
{
    private void DoSomethingElse(int until)
    {
        switch (_random.Next(100))
        {
            case < 28:
                During(EmulatedPair.InACall, 2, 12, until);
                break;
            case < 38:
                During(EmulatedPair.InAConferenceCall, 5, 18, until);
                break;
            case < 43:
                During(EmulatedPair.Presenting, 3, 12, until);
                break;
            case < 68:
                DriftAway(until);
                break;
            case < 80:
                Choose(EmulatedPair.BeRightBack, 3, 8, until);
                break;
            case < 86:
                Choose(EmulatedPair.DoNotDisturb, 10, 25, until);
                break;
            case < 92:
                Choose(EmulatedPair.Busy, 8, 20, until);
                break;
            default:
                WriteMessage();
                break;
        }

        if (_now < _messageUntil)
        {
            return;
        }

        _writer.Say(_now, null);
        _messageUntil = int.MaxValue;
    }

    private void During(EmulatedPair pair, int least, int most, int until)
    {
        _writer.Show(_now, pair);
        Pass(least, most, until);
    }

    /// <summary>Leaves the desk: the client becomes idle, and some minutes later away.</summary>
    private void DriftAway(int until)
    {
        During(EmulatedPair.AvailableInactive, 3, 5, until);
        if (_now < until && Chance(60))
        {
            During(EmulatedPair.Away, 3, 12, until);
        }
    }

    private void Choose(EmulatedPair pair, int least, int most, int until)
    {
        _writer.Prefer(_now, pair);
        Pass(least, most, until);
        _writer.Prefer(_now, null);
    }

    private void WriteMessage()
    {
        _writer.Say(_now, _random.Pick(Phrases.StatusMessages));
        _messageUntil = _now + _random.Between(Hour / 2, 3 * Hour);
    }

    /// <summary>Advances by some minutes and seconds, but not beyond a given second of the day.</summary>
    private void Pass(int leastMinutes, int mostMinutes, int until) =>
        _now = Math.Min(until, _now + _random.Between(leastMinutes * Minute, mostMinutes * Minute));

    private bool Chance(int percent) => _random.Next(100) < percent;
}
