using PresenceClient.Soak.Wire.Checks;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Reads many users page by page, sometimes only the first pages.</summary>
internal sealed class ReadPages(Call call) : Operation(call)
{
    private readonly UserKey[] _users = Crowd.Draw(call);
    private readonly int _atOnce = call.Random.Next(1, 5);
    private readonly int _most = call.Random.Chance(0.2) ? call.Random.Next(1, 3) : int.MaxValue;
    private readonly List<PresencePage> _pages = [];

    public override string Name => $"read {_users.Length} users by pages";

    public override int Rounds => Crowd.Rounds(_users.Length, _atOnce);

    public override async Task<Action<ResultCheck>> SendAsync()
    {
        await foreach (PresencePage page in Call.Client.Api.Presences.ReadPagesAsync(
            _users.Select(static user => user.Id),
            new PresencePageOptions { MaxConcurrency = _atOnce },
            Call.Token))
        {
            _pages.Add(page);
            if (_pages.Count >= _most)
            {
                break;
            }
        }

        return check => check.ReadMany.Pages(Call, _users, _pages, areAll: _pages.Count < _most);
    }

    public override void Check(ResultCheck check, PresenceException failure)
    {
        check.ReadMany.Pages(Call, _users, _pages, areAll: false);
        base.Check(check, failure);
    }
}
