using PresenceClient.Presences.Watching;
using PresenceClient.Serialization;

namespace PresenceClient.Benchmarks;

/// <summary>A watch of one page that was read once.</summary>
internal sealed class WatchedPage
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    private readonly WatchState _state = new(Now);
    private readonly PageReading _reading;

    public WatchedPage(string[] ids, byte[] json)
    {
        _state.Add(ids);
        _reading = _state.Begin(_state.BeginSweep(Now).Pages.Single(), Now);
        var answer = new WholeAnswer(_reading.Ids);
        answer.Add(json, PageReader.ReadPresences(json, new IdPlaces(ids), located: true).Items, failures: null!);
        answer.End();
        _state.Take(_reading, answer, Now);
    }

    /// <summary>Applies the next answer by comparison with the previous one.</summary>
    public bool Take(byte[] json) => _state.TryTake(_reading, json, Now);
}
