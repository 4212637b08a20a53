namespace PresenceClient.Emulator;

/// <summary>What a test in any language can ask of the emulator itself, below <c>/_emulator</c>.</summary>
internal sealed class ControlEndpoint(Tenant tenant)
{
    /// <summary>The first segment of the paths that are the emulator's own.</summary>
    public const string Segment = "_emulator";

    private readonly ControlRoute[] _routes =
    [
        .. TenantControl.Routes(tenant),
        .. ClockControl.Routes(tenant),
    ];

    public ControlAnswer Answer(ControlCall call)
    {
        ControlRoute[] known = Array.FindAll(_routes, route => route.Fits(call.Segments));
        if (known.Length == 0)
            return ControlAnswer.NotFound;
        ControlRoute? route = Array.Find(known, route => route.Method == call.Method);
        return route is null ? ControlAnswer.MethodNotAllowed : route.Answer(call);
    }
}
