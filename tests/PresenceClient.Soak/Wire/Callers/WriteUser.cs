using PresenceClient.Soak.Wire.Checks;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Makes one random write for one user.</summary>
internal sealed class WriteUser(Call call) : Operation(call)
{
    public override string Name => "write one user";

    public override async Task<Action<ResultCheck>> SendAsync()
    {
        UserKey key = Call.User(0);
        UserClient user = Call.Client.Api.Users[key.Id];
        switch (Call.Random.Next(6))
        {
            case 0:
                await user.Session.SetAsync(SessionPresence.Presenting, TimeSpan.FromMinutes(5), Call.Token);
                break;
            case 1:
                await user.Preferred.SetAsync(PreferredPresence.DoNotDisturb, duration: null, Call.Token);
                break;
            case 2:
                await user.Preferred.ClearAsync(Call.Token);
                break;
            case 3:
                await user.StatusMessage.SetAsync(key.StatusText, DateTimeOffset.UtcNow.AddHours(1), Call.Token);
                break;
            case 4:
                await user.StatusMessage.ClearAsync(Call.Token);
                break;
            default:
                bool ended = await user.Session.ClearAsync(Call.Token);
                return check => check.Write.SessionEnded(Call, ended);
        }

        return check => check.Write.Written(Call);
    }
}
