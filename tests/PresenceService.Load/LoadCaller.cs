using System.Diagnostics;
using System.Net.Http.Json;
using PresenceClient;
using PresenceService.Bodies;
using PresenceService.Endpoints;

namespace PresenceService.Load;

/// <summary>One request of a caller; its kind and its users are random.</summary>
internal sealed class LoadCaller(HttpClient http, LoadTenant tenant, Random random)
{
    private const int BulkSize = 20;

    private static readonly PreferredPresence[] PreferredStates =
        [PreferredPresence.Busy, PreferredPresence.DoNotDisturb, PreferredPresence.BeRightBack];

    private readonly LoadUser _user = tenant.Users[random.Next(tenant.Users.Count)];

    public Task<Verdict> CallAsync(CancellationToken stop) => random.Next(100) switch
    {
        < 55 => ReadAsync(stop),
        < 65 => ReadManyAsync(stop),
        < 85 => PreferAsync(stop),
        _ => ClearAsync(stop),
    };

    private async Task<Verdict> ReadAsync(CancellationToken stop)
    {
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage answer = await http.GetAsync(Address($"/{_user.Id}"), stop);
        if (!answer.IsSuccessStatusCode)
        {
            return Failure.Judge(answer);
        }

        PresenceAnswer? presence = await answer.Content.ReadFromJsonAsync<PresenceAnswer>(stop);
        return Judge([_user], [presence!], start);
    }

    private async Task<Verdict> ReadManyAsync(CancellationToken stop)
    {
        LoadUser[] users = [.. random.GetItems([.. tenant.Users], BulkSize).Distinct()];
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage answer = await http.GetAsync(
            Address($"?ids={string.Join(',', users.Select(user => user.Id))}"), stop);
        if (!answer.IsSuccessStatusCode)
        {
            return Failure.Judge(answer);
        }

        PresencesAnswer? read = await answer.Content.ReadFromJsonAsync<PresencesAnswer>(stop);
        return Judge(users, read!.Presences, start);
    }

    private async Task<Verdict> PreferAsync(CancellationToken stop)
    {
        PreferredPresence state = PreferredStates[random.Next(PreferredStates.Length)];
        Change change = _user.BeginPreferring(new Shown(state.ToString(), state.ToString()));
        using HttpResponseMessage answer = await http.PutAsJsonAsync(
            Address($"/{_user.Id}/preferred"), new PreferredBody(state, TimeSpan.FromHours(1)), stop);
        return Conclude(change, answer);
    }

    private async Task<Verdict> ClearAsync(CancellationToken stop)
    {
        Change change = _user.BeginPreferring(null);
        using HttpResponseMessage answer = await http.DeleteAsync(Address($"/{_user.Id}/preferred"), stop);
        return Conclude(change, answer);
    }

    // A change that failed can still have taken effect, so it remains possible.
    private Verdict Conclude(Change change, HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
        {
            return Failure.Judge(answer);
        }

        _user.End(change);
        return Verdict.Right;
    }

    private static Verdict Judge(LoadUser[] asked, IReadOnlyList<PresenceAnswer> read, long start)
    {
        long end = Stopwatch.GetTimestamp();
        return read.Count == asked.Length && asked.Zip(read).All(pair => pair.Second.Id == pair.First.Id
                && pair.First.Had(new Shown(pair.Second.Availability, pair.Second.Activity), start, end))
            ? Verdict.Right
            : Verdict.Wrong;
    }

    private Uri Address(string rest) => new($"/{tenant.Name}/presence{rest}", UriKind.Relative);
}
