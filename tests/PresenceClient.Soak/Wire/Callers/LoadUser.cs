using PresenceClient.Soak.Wire.Checks;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Reads one user through a loader, together with the reads of the client's other callers.</summary>
internal sealed class LoadUser(Call call) : Operation(call)
{
    private const int Population = 400;

    private Task<LoadedPresence>[] _loads = [];

    public override string Name => "load a user";

    // A batch can collect reads while another batch is under way.
    public override int Rounds => 2;

    public override bool BroughtAnything => Array.Exists(_loads, static load => load.IsCompletedSuccessfully);

    public override async Task<Action<ResultCheck>> SendAsync()
    {
        (PresenceLoader loader, TimeSpan maxAge) = Call.Random.Pick(Call.Client.Loaders);
        UserKey[] users = [.. Enumerable.Range(0, Call.Random.Next(1, 12)).Select(_ => Draw())];
        _loads = [.. users.Select(user => loader.GetAsync(user.Id, Call.Token))];
        await Task.WhenAll((IEnumerable<Task>)_loads).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return check =>
        {
            for (int i = 0; i < users.Length; i++)
            {
                check.Load.Check(Call, users[i], _loads[i], maxAge);
            }
        };
    }

    private UserKey Draw()
    {
        int place = Call.Random.Next(Population);
        Trait trait = (place % 200) switch
        {
            3 => Trait.Refused,
            5 => Trait.Broken,
            7 => Trait.Nameless,
            11 or 12 or 13 => Trait.Missing,
            17 => Trait.Unknown,
            _ => Trait.Known,
        };
        return new UserKey(CallNumbers.Shared(Call.Client.Number), place, trait);
    }
}
