using PresenceClient;

namespace WorkerApp;

/// <summary>Declares that a person is in a call, and stops the host when the watch reports it.</summary>
public sealed class CallWorker(
    Call call, PresenceKeeper keeper, PresenceWatch watch, IHostApplicationLifetime host) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        watch.Users.Add(call.UserId);
        keeper.Set(call.UserId, SessionPresence.InACall);
        await foreach (PresenceChange change in watch.ReadChangesAsync(stoppingToken))
        {
            if (change.Current is { Activity: PresenceActivity.InACall } seen)
            {
                call.Seen = seen;
                host.StopApplication();
                return;
            }
        }
    }
}
