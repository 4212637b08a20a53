namespace PresenceClient.Emulator.Control;

/// <summary>
/// One of the emulator's own calls: its method, its path below <c>/_emulator/</c>, where a part in braces stands for
/// any, and what answers it.
/// </summary>
internal sealed record ControlRoute(string Method, string Path, Func<ControlCall, ControlAnswer> Answer)
{
    private readonly string[] _segments = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public bool Fits(string[] segments) =>
        segments.Length == _segments.Length
        && segments.Zip(_segments).All(pair => pair.Second[0] == '{' || pair.First == pair.Second);

    public override string ToString() => $"{Method} /{string.Join('/', [ControlEndpoint.Segment, .. _segments])}";
}
