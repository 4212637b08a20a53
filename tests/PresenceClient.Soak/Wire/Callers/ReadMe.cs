using PresenceClient.Soak.Wire.Checks;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Reads the presence of the signed-in user.</summary>
internal sealed class ReadMe(Call call) : Operation(call)
{
    public override string Name => "read me";

    public override async Task<Action<ResultCheck>> SendAsync()
    {
        UserPresence presence = await Call.Client.Api.Me.GetPresenceAsync(Call.Token);
        return check => check.Presence.Check(Call, Call.Client.Me, presence, Call.Number);
    }
}
