using PresenceClient.Soak.Wire.Checks;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Turns a sign-in name or an id into an entry of the directory.</summary>
internal sealed class GetUser(Call call) : Operation(call)
{
    public override string Name => "get a user";

    public override async Task<Action<ResultCheck>> SendAsync()
    {
        UserKey user = Call.User(0);
        string idOrName = Call.Random.Chance(0.7) ? user.Name : user.Id;
        DirectoryUser entry = await Call.Client.Api.Users[idOrName].GetUserAsync(Call.Token);

        // A name contains less than an id, but the entry is the same.
        return check =>
        {
            if (entry != TenantDirectory.Of(user))
            {
                check.Call.Wrong("another entry of the directory than was sent", Call, $"{entry}");
            }
        };
    }
}
