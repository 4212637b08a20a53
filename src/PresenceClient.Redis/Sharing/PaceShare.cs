using PresenceClient.Http;

namespace PresenceClient.Redis;

/// <summary>
/// Divides the pace of the application among its hosts: the leader has most of it, the others share the rest.
/// </summary>
internal sealed class PaceShare(RequestGate gate, double followers)
{
    public void Lead(int hosts) => Set(pace => hosts == 1 ? pace : pace - Reserve(pace, hosts));

    public void Follow(int hosts) => Set(pace => Reserve(pace, hosts) / Math.Max(hosts - 1, 1));

    /// <summary>Each host has an equal share.</summary>
    public void BeAlone(int hosts) => Set(pace => pace / hosts);

    /// <summary>Gives this host the whole pace.</summary>
    public void End() => Set(static pace => pace);

    // A host always has one request, so that its calls do not hang.
    private void Set(Func<int, int> share)
    {
        if (gate.HighestPace is { } pace)
        {
            gate.SetPace(Math.Clamp(share(pace), 1, pace));
        }
    }

    private int Reserve(int pace, int hosts) => Math.Min(Math.Max((int)(pace * followers), hosts - 1), pace - 1);
}
