using PresenceClient.Soak.Wire.Checks;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Makes many writes, some of them for the same user.</summary>
internal sealed class WriteMany(Call call) : Operation(call)
{
    private const int KindsOfUser = 3;

    private readonly PresenceWrite[] _writes = Draw(call);
    private readonly int _atOnce = call.Random.Next(1, 9);

    public override string Name => $"make {_writes.Length} writes";

    public override int Rounds => ((_writes.Length + _atOnce - 1) / _atOnce) + KindsOfUser;

    public override async Task<Action<ResultCheck>> SendAsync()
    {
        PresenceWriteResult result = await Call.Client.Api.Presences.WriteAsync(
            _writes,
            new PresenceWriteOptions
            {
                MaxConcurrency = _atOnce,
                Progress = Call.Random.Chance(0.1) ? new RudeProgress<PresenceWriteProgress>(Call.Random) : null,
            },
            Call.Token);
        return check => check.Write.Result(Call, _writes, result);
    }

    private static PresenceWrite[] Draw(Call call)
    {
        List<PresenceWrite> writes = [];
        int users = call.Random.Next(1, 25);
        for (int place = 0; place < users; place++)
        {
            UserKey user = call.User(place);
            PresenceWrite[] kinds =
            [
                PresenceWrite.SetSession(user.Id, SessionPresence.InACall, TimeSpan.FromMinutes(10)),
                PresenceWrite.ClearSession(user.Id),
                PresenceWrite.SetPreferred(user.Id, PreferredPresence.Busy),
                PresenceWrite.ClearPreferred(user.Id),
                PresenceWrite.SetStatusMessage(user.Id, user.StatusText),
                PresenceWrite.ClearStatusMessage(user.Id),
            ];
            call.Random.Shuffle(kinds);
            writes.AddRange(kinds.Take(call.Random.Chance(0.3) ? KindsOfUser : 1));
        }

        PresenceWrite[] all = [.. writes];
        call.Random.Shuffle(all);
        return all;
    }
}
