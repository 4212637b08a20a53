namespace PresenceClient.Emulator.Control;

/// <summary>
/// A control call: its method, its path below <c>/_emulator/</c>, in which a part in braces matches any segment, and
/// its handler.
/// </summary>
internal sealed record ControlRoute(string Method, string Path, Func<ControlCall, ControlAnswer> Answer)
{
    private readonly string[] _segments = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public bool Fits(string[] segments) =>
        segments.Length == _segments.Length
        && segments.Zip(_segments).All(pair => pair.Second[0] == '{' || pair.First == pair.Second);

    public override string ToString() => $"{Method} /{string.Join('/', [ControlEndpoint.Segment, .. _segments])}";
}
