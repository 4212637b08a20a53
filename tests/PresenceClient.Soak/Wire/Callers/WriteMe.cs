using PresenceClient.Soak.Wire.Checks;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Writes the presence of the signed-in user, including the work location.</summary>
internal sealed class WriteMe(Call call) : Operation(call)
{
    public override string Name => "write me";

    public override async Task<Action<ResultCheck>> SendAsync()
    {
        MeClient me = Call.Client.Api.Me;
        switch (Call.Random.Next(8))
        {
            case 0:
                await me.WorkLocation.SetManualAsync(WorkLocationType.Office, placeId: null, Call.Token);
                break;
            case 1:
                await me.WorkLocation.SetAutomaticAsync(WorkLocationType.Remote, placeId: null, Call.Token);
                break;
            case 2:
                await me.WorkLocation.ClearAsync(Call.Token);
                break;
            case 3:
                await me.WorkLocation.ClearAutomaticAsync(Call.Token);
                break;
            case 4:
                await me.Preferred.SetAsync(PreferredPresence.Busy, TimeSpan.FromHours(1), Call.Token);
                break;
            case 5:
                await me.StatusMessage.SetAsync(Call.Client.Me.StatusText, expiresAt: null, Call.Token);
                break;
            case 6:
                await me.Session.SetAsync(SessionPresence.InACall, TimeSpan.FromMinutes(30), Call.Token);
                break;
            default:
                bool ended = await me.Session.ClearAsync(Call.Token);
                return check => check.Write.SessionEnded(Call, ended);
        }

        return check => check.Write.Written(Call);
    }
}
