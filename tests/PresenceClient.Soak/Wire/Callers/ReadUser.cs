using PresenceClient.Soak.Wire.Checks;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Reads one presence, through either path.</summary>
internal sealed class ReadUser(Call call) : Operation(call)
{
    private readonly UserKey _user = call.User(0, call.Random.Chance(0.1) ? Trait.Unknown : Trait.Known);

    public override string Name => "read one user";

    public override async Task<Action<ResultCheck>> SendAsync()
    {
        UserPresence presence = await (Call.Random.Chance(0.5)
            ? Call.Client.Api.Users[_user.Id].GetPresenceAsync(Call.Token)
            : Call.Client.Api.Presences[_user.Id].GetAsync(Call.Token));
        return check => check.Presence.Check(Call, _user, presence, Call.Number);
    }
}
