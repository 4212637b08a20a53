using PresenceClient.Soak.Wire.Checks;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Lists the directory, sometimes only a part of it.</summary>
internal sealed class ListUsers(Call call) : Operation(call)
{
    private readonly List<DirectoryUser> _listed = [];

    public override string Name => "list the users";

    public override int Rounds => 4;

    public override async Task<Action<ResultCheck>> SendAsync()
    {
        int most = Call.Random.Chance(0.2) ? Call.Random.Next(TenantDirectory.Count) : int.MaxValue;
        await foreach (DirectoryUser user in Call.Client.Api.Users.ListAsync(Call.Token))
        {
            _listed.Add(user);
            if (_listed.Count >= most)
            {
                break;
            }
        }

        return check =>
        {
            CheckListed(check);
            if (_listed.Count < Math.Min(most, TenantDirectory.Count))
            {
                check.Call.Wrong("a listing ends early", Call, $"after {_listed.Count} users");
            }
        };
    }

    public override void Check(ResultCheck check, PresenceException failure)
    {
        CheckListed(check);
        base.Check(check, failure);
    }

    private void CheckListed(ResultCheck check)
    {
        for (int place = 0; place < _listed.Count; place++)
        {
            if (place >= TenantDirectory.Count || _listed[place] != TenantDirectory.Of(TenantDirectory.Listed(place)))
            {
                check.Call.Wrong("a listing has another user than was sent", Call, $"at {place}: {_listed[place]}");
                return;
            }
        }
    }
}
