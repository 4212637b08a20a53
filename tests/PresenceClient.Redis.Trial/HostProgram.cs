using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace PresenceClient.Redis.Trial;

/// <summary>
/// A host: a shared watch with two readers. Its input has the ids of the users, then ends when it must stop. Its output
/// says what the readers get.
/// </summary>
internal static class HostProgram
{
    public const string Verb = "host-process";

    /// <summary>The output: role, epoch and take-overs.</summary>
    public const char StatusLine = 'S';

    /// <summary>The output: a reader got a sweep.</summary>
    public const char SweepLine = 'W';

    /// <summary>The output: a reader got a change of a user.</summary>
    public const char ChangeLine = 'C';

    [SuppressMessage("Reliability", "CA2025", Justification = "The task is awaited before they are disposed.")]
    public static async Task<int> RunAsync(Uri address, string redis)
    {
        string[] ids = await ReadIdsAsync();
        var numbers = ids.Select(static (id, number) => (id, number))
            .ToDictionary(static pair => pair.id, static pair => pair.number, StringComparer.OrdinalIgnoreCase);
        await using ConnectionMultiplexer connection =
            await ConnectionMultiplexer.ConnectAsync(redis + ",abortConnect=false");
        var services = new ServiceCollection();
        services.AddSingleton<IConnectionMultiplexer>(connection);
        services.AddSingleton<TokenCredential>(new AnyToken());
        services.AddPresenceClient(o => (o.BaseAddress, o.MaxRequestsPer30Seconds) = (address, TrialOptions.Pace));
        services.AddPresenceWatch(static o => o.Interval = TrialOptions.Interval)
            .ShareThroughRedis(static o => (o.Key, o.Lease) = ("trial", TrialOptions.Lease));
        await using ServiceProvider provider = services.BuildServiceProvider();
        PresenceWatch watch = provider.GetRequiredService<PresenceWatch>();
        PresenceSharing sharing = provider.GetRequiredService<PresenceSharing>();
        watch.Users.Add(ids);
        using var output = new HostOutput(numbers);
        using var stop = new CancellationTokenSource();

        // The console reads synchronously, whatever its methods are called.
        var stopping = Task.Run(() => StopAsync(watch, stop));
        await Task.WhenAll(
            output.ReadSweepsAsync(watch, stop.Token),
            output.ReadChangesAsync(watch, stop.Token),
            output.ShowStatusAsync(sharing, stop.Token));
        await stopping;
        return 0;
    }

    private static async Task StopAsync(PresenceWatch watch, CancellationTokenSource stop)
    {
        await Console.In.ReadToEndAsync(CancellationToken.None);
        await watch.DisposeAsync();
        await stop.CancelAsync();
    }

    private static async Task<string[]> ReadIdsAsync()
    {
        List<string> ids = [];
        while (await Console.In.ReadLineAsync() is { Length: > 0 } id)
        {
            ids.Add(id);
        }

        return [.. ids];
    }

    private sealed class AnyToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("trial", DateTimeOffset.UtcNow.AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
