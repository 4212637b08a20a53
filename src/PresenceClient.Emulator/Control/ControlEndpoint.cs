using PresenceClient.Emulator.Graph;
using PresenceClient.Emulator.Identity;
using PresenceClient.Emulator.Notifications;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Control;

/// <summary>The control API below <c>/_emulator</c>, for tests in any language.</summary>
internal sealed class ControlEndpoint(
    Tenant tenant, ServiceState service, NotificationService notifications, SigningKeys keys, Action reset)
{
    /// <summary>The first segment of the control paths.</summary>
    public const string Segment = "_emulator";

    private readonly ControlRoute[] _routes =
    [
        .. TenantControl.Routes(tenant, reset),
        .. GroupControl.Routes(tenant),
        .. ClockControl.Routes(tenant, notifications),
        .. TeamsControl.Routes(tenant),
        .. FaultControl.Routes(tenant, service.Faults),
        .. RequestControl.Routes(service.Requests),
        .. SubscriptionControl.Routes(tenant, notifications, keys),
    ];

    public ControlAnswer Answer(ControlCall call)
    {
        ControlRoute[] known = Array.FindAll(_routes, route => route.Fits(call.Segments));
        if (known.Length == 0)
        {
            return ControlAnswer.NotFound(
                $"{call.Path} is not a path of the control API. Its calls are: "
                + string.Join(", ", (object[])_routes) + ".");
        }

        if (Array.Find(known, route => route.Method == call.Method) is { } route)
        {
            return route.Answer(call);
        }

        string methods = string.Join(", ", known.Select(route => route.Method));
        return ControlAnswer.MethodNotAllowed($"{call.Method} is not a method of {call.Path}. Use {methods}.", methods);
    }
}
