using PresenceClient.Soak.Wire.Checks;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Reads many users in one call, and collects or throws failures.</summary>
internal sealed class ReadMany(Call call) : Operation(call)
{
    private readonly UserKey[] _users = Crowd.Draw(call);
    private readonly PresenceReadOptions _options = new()
    {
        MaxConcurrency = call.Random.Next(1, 6),
        OnFailure = call.Random.Pick([PresenceFailureMode.Collect, PresenceFailureMode.Throw]),
        Progress = call.Random.Chance(0.1) ? new RudeProgress<PresenceReadProgress>(call.Random) : null,
    };

    public override string Name => $"read {_users.Length} users";

    public override int Rounds => Crowd.Rounds(_users.Length, _options.MaxConcurrency);

    public override async Task<Action<ResultCheck>> SendAsync()
    {
        PresenceReadResult result =
            await Call.Client.Api.Presences.GetAsync(_users.Select(static user => user.Id), _options, Call.Token);
        return check =>
        {
            check.ReadMany.Result(Call, _users, result);
            if (_options.OnFailure == PresenceFailureMode.Throw && result.Failures.Count > 0)
            {
                check.Call.Wrong("a read that is to throw returns failures", Call, $"{result.Failures.Count} failures");
            }
        };
    }

    public override void Check(ResultCheck check, PresenceException failure)
    {
        if (failure is not PresenceIncompleteException incomplete)
        {
            base.Check(check, failure);
            return;
        }

        check.Call.Leaks(Call, failure);
        check.ReadMany.Result(Call, _users, incomplete.Result);
        if (_options.OnFailure == PresenceFailureMode.Collect || incomplete.Result.Failures.Count == 0)
        {
            check.Call.Wrong(
                "an incomplete read that should not throw", Call, $"{incomplete.Result.Failures.Count} failures");
        }
    }
}
