namespace PresenceClient.Emulator;

/// <summary>What a test in any language can ask of the emulator itself, below <c>/_emulator</c>.</summary>
internal sealed class ControlEndpoint(Tenant tenant, ServiceState service, Action reset)
{
    /// <summary>The first segment of the paths that are the emulator's own.</summary>
    public const string Segment = "_emulator";

    private readonly ControlRoute[] _routes =
    [
        .. TenantControl.Routes(tenant, reset),
        .. ClockControl.Routes(tenant),
        .. TeamsControl.Routes(tenant),
        .. FaultControl.Routes(tenant, service.Faults),
        .. RequestControl.Routes(service.Requests),
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
