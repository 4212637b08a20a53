using System.Net;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;

namespace PresenceClient.Aot;

/// <summary>What the program checks, by name.</summary>
internal sealed class Checks(Tenant tenant)
{
    private const string Unknown = "11111111-1111-4111-8111-111111111111";

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    private readonly PresenceServiceClient _client = Open(tenant);

    public IEnumerable<(string Name, Func<Task> RunAsync)> All =>
    [
        ("a listing has all users", ListAsync),
        ("a bulk read has all users", BulkAsync),
        ("a loader joins reads", LoaderAsync),
        ("writes are visible", WriteAsync),
        ("many writes have an outcome each", WriteManyAsync),
        ("a watch reports a change", WatchAsync),
        ("errors have their types and details", ErrorsAsync),
        ("a call without listeners works", async () => await _client.Users[tenant.Ids[0]].GetPresenceAsync()),
        ("listeners hear of calls, retries and attempts", TelemetryAsync),
        ("a host's client works", HostAsync),
    ];

    private static PresenceServiceClient Open(Tenant tenant, PresenceClientOptions? options = null)
    {
        options ??= new PresenceClientOptions();
        (options.BaseAddress, options.ApplicationId) = (tenant.Address, tenant.ApplicationId);
        return new PresenceServiceClient(tenant, options);
    }

    private async Task ListAsync()
    {
        var ids = new HashSet<string>();
        await foreach (DirectoryUser user in _client.Users.ListAsync())
        {
            Expect.True(ids.Add(user.Id) && user.UserPrincipalName is not null && user.DisplayName is not null);
        }

        Expect.True(ids.SetEquals(tenant.Ids));
    }

    private async Task BulkAsync()
    {
        PresenceReadResult read = await _client.Presences.GetAsync([.. tenant.Ids, Unknown]);

        Expect.True(read.Count == tenant.Ids.Count + 1 && read.Failures.Count == 0);
        Expect.True(read[Unknown].Availability == PresenceAvailability.PresenceUnknown);
        Expect.True(read.Any(static presence => presence.Availability != PresenceAvailability.PresenceUnknown));
        Expect.True(read.Any(static presence => presence.StatusMessage is not null));
    }

    private async Task LoaderAsync()
    {
        PresenceLoader loader = _client.Presences.CreateLoader();

        LoadedPresence[] loaded = await Task.WhenAll(
            Enumerable.Range(0, 1_000).Select(i => loader.GetAsync(tenant.Ids[i % tenant.Ids.Count])));

        for (int i = 0; i < loaded.Length; i++)
        {
            Expect.True(loaded[i].Presence!.Id == tenant.Ids[i % tenant.Ids.Count]);
        }
    }

    private async Task WriteAsync()
    {
        UserClient user = _client.Users[tenant.Ids[1]];
        await user.Preferred.ClearAsync();
        await user.Session.SetAsync(SessionPresence.Presenting, TimeSpan.FromMinutes(5));
        await user.StatusMessage.SetAsync("Back at 15:00 – ☕", DateTimeOffset.UtcNow.AddHours(1));

        UserPresence presence = await user.GetPresenceAsync();

        Expect.True(presence is
        {
            Availability: PresenceAvailability.DoNotDisturb,
            Activity: PresenceActivity.Presenting,
            StatusMessage: { Content: "Back at 15:00 – ☕" },
        });
        Expect.True(await user.Session.ClearAsync());
        Expect.True(!await user.Session.ClearAsync());
    }

    private async Task WriteManyAsync()
    {
        string[] ids = [tenant.Ids[2], Unknown, tenant.Ids[3]];

        PresenceWriteResult done = await _client.Presences.WriteAsync(ids.Select(static id =>
            PresenceWrite.SetPreferred(id, PreferredPresence.DoNotDisturb, TimeSpan.FromHours(1))));

        Expect.True(done.Count == ids.Length);
        Expect.True(done.Failures is [{ Exception: PresenceException, Write.UserId: Unknown }]);
    }

    private async Task WatchAsync()
    {
        string id = tenant.Ids[4];
        var options = new PresenceWatchOptions { Interval = TimeSpan.FromMilliseconds(100) };
        using var bound = new CancellationTokenSource(Bound);
        await _client.Users[id].Preferred.ClearAsync(bound.Token);

        // The tenant can have the session of an earlier run of this program.
        await _client.Users[id].Session.ClearAsync(bound.Token);
        bool isWritten = false;

        await foreach (PresenceChange change in _client.Presences.WatchAsync([id], options, bound.Token))
        {
            if (change.Current is { Activity: PresenceActivity.Presenting })
            {
                Expect.True(isWritten && change.Kind == PresenceChangeKind.Changed);
                return;
            }

            await _client.Users[id].Session.SetAsync(SessionPresence.Presenting, TimeSpan.FromMinutes(5), bound.Token);
            isWritten = true;
        }
    }

    private async Task ErrorsAsync()
    {
        UserClient user = _client.Users[tenant.Ids[5]];
        ArgumentException wrongId = await Expect.FailureAsync<ArgumentException>(
            () => _client.Users["adele@contoso.com"].GetPresenceAsync());
        Expect.True(wrongId.Message.Contains("object id", StringComparison.Ordinal));
        PresenceNotFoundException missing = await Expect.FailureAsync<PresenceNotFoundException>(
            () => _client.Users["nobody@contoso.com"].GetUserAsync());
        Expect.True(missing is { StatusCode: HttpStatusCode.NotFound, RequestId: not null, Operation: "users.get" });

        using PresenceServiceClient once = Open(tenant, new PresenceClientOptions { MaxRetries = 0 });
        await tenant.FailAsync("/communications/**", status: 503, times: 1);
        PresenceIncompleteException incomplete = await Expect.FailureAsync<PresenceIncompleteException>(
            () => once.Presences.GetAsync(tenant.Ids));
        Expect.True(incomplete.Result.Count > 0 && incomplete.Result.Failures.Count == 1);

        using var stranger = new PresenceServiceClient(
            DelegatedTokenCredential.Create(static (_, _) => new AccessToken("wrong", DateTimeOffset.MaxValue)),
            new PresenceClientOptions { BaseAddress = tenant.Address });
        await Expect.FailureAsync<PresenceAuthenticationException>(
            () => stranger.Users[tenant.Ids[5]].GetPresenceAsync());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Expect.FailureAsync<OperationCanceledException>(() => user.GetPresenceAsync(cancelled.Token));
    }

    private async Task TelemetryAsync()
    {
        using var heard = new Heard();
        using PresenceServiceClient client = Open(tenant, new PresenceClientOptions { LoggerFactory = heard });
        await tenant.FailAsync("/users/*/presence", status: 503, times: 1);

        await client.Users[tenant.Ids[6]].GetPresenceAsync();

        Expect.True(heard.Names.Count(static name => name == "presence.client.requests") == 2);
        Expect.True(heard.Names.Contains("presence.client.request.duration"));
        Expect.True(heard.Names.Contains("presence.client.retries"));
        Expect.True(heard.Names.Contains("users.presence.get"));
        Expect.True(heard.Names.Any(static name => name.Contains("attempt 1 failed (503)", StringComparison.Ordinal)));
    }

    private async Task HostAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TokenCredential>(tenant);
        services.AddPresenceClient(options => options.BaseAddress = tenant.Address);
        await using ServiceProvider provider = services.BuildServiceProvider();

        UserPresence presence = await provider.GetRequiredService<PresenceServiceClient>().Users[tenant.Ids[7]]
            .GetPresenceAsync();

        Expect.True(presence.Id == tenant.Ids[7]);
    }
}
