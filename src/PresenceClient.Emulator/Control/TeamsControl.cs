using System.Text.Json;
using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Control;

/// <summary>
/// Simulates a user's Teams client: a body with a state sets it, a body without one ends the session.
/// </summary>
internal static class TeamsControl
{
    private static readonly string[] Fields = ["availability", "activity", "device"];

    private static readonly TeamsDevice[] Devices = Enum.GetValues<TeamsDevice>();

    public static ControlRoute[] Routes(Tenant tenant) =>
        [new("POST", "users/{id}/teams", call => call.WithBody(Fields, body => Act(tenant, call.Segments[1], body)))];

    private static ControlAnswer Act(Tenant tenant, string id, JsonElement body)
    {
        if (!tenant.TryGetUserByIdOrName(id, out EmulatedUser? user))
        {
            return ControlAnswer.UnknownUser(id);
        }

        if (!GraphBody.OptionalText(body, "availability").Succeeded(out string? availability, out EmulatedError? error)
            || !GraphBody.OptionalText(body, "activity").Succeeded(out string? activity, out error)
            || !GraphBody.OptionalText(body, "device").Succeeded(out string? name, out error))
        {
            return ControlAnswer.Bad(error.Message);
        }

        int place = Array.FindIndex(Devices, one => PresenceSession.KeyOf(one) == name);
        if (name.Length > 0 && place < 0)
        {
            return ControlAnswer.Bad("'device' must be desktop, mobile or web.");
        }

        TeamsDevice? device = place < 0 ? null : Devices[place];
        if (availability.Length == 0 != (activity.Length == 0))
        {
            return ControlAnswer.Bad("'availability' and 'activity' belong together. Omit both to end the session.");
        }

        return availability.Length == 0
            ? End(user, device)
            : Set(user, availability, activity, device ?? TeamsDevice.Desktop);
    }

    private static ControlAnswer End(EmulatedUser user, TeamsDevice? device)
    {
        _ = device is { } one ? user.EndTeamsClient(one) : user.EndTeamsClient();
        return ControlAnswer.Done;
    }

    private static ControlAnswer Set(EmulatedUser user, string availability, string activity, TeamsDevice device)
    {
        try
        {
            user.SetTeamsClient(availability, activity, device);
            return ControlAnswer.Done;
        }
        catch (ArgumentException e)
        {
            return ControlAnswer.Bad(e.Message);
        }
    }
}
