using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace PresenceClient.AspNetCore.Events;

/// <summary>
/// The events of one stream. Only the status that ends a sweep has an id: if the connection breaks before it, the
/// browser gets all events of the sweep again.
/// </summary>
internal sealed class EventStream(
    PresenceWatch watch, VisibleUsers users, PresenceEventsOptions options, TimeProvider time)
{
    private const int UsersOfAnEvent = 200;

    // A watch that ended its readers tries again with each new reader, so browsers come back slowly.
    private static readonly TimeSpan RetryAfterRefusal = TimeSpan.FromMinutes(1);

    /// <summary>Reads the events until the watch or the token ends them; neither throws.</summary>
    /// <param name="after">The version to continue after; null to begin with all users.</param>
    /// <param name="stop">Ends the stream.</param>
    public async IAsyncEnumerable<SseItem<object>> ReadAsync(
        long? after, [EnumeratorCancellation] CancellationToken stop)
    {
        // At once, so that the browser knows that it is connected. Browsers do not all come back at the same moment.
        yield return new SseItem<object>(StatusOf(watch.Status), "status")
        {
            ReconnectionInterval = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1_000, 3_000)),
        };
        bool isFirst = after is null;
        PresenceException? refusal = null;
        var reader = new BeatingReader(
            watch.ReadSweepsAsync(after, includeEmpty: true, stop), options.BeatInterval, time);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.MoveNextAsync(stop).ConfigureAwait(false))
            {
                if (reader.Current is not { } sweep)
                {
                    yield return new SseItem<object>(new BeatData(time.GetUtcNow()), "beat");
                    continue;
                }

                foreach (SseItem<object> item in ItemsOf(sweep, isFirst || sweep.IsResynchronization))
                {
                    yield return item;
                }

                isFirst = false;
            }

            refusal = reader.Refusal;
        }

        if (refusal is not null)
        {
            PresenceWatchStatus status = watch.Status;
            yield return new SseItem<object>(
                StatusOf(status with { Failure = refusal, TroubleSince = status.TroubleSince ?? time.GetUtcNow() }),
                "status")
            {
                ReconnectionInterval = RetryAfterRefusal,
            };
        }
    }

    private IEnumerable<SseItem<object>> ItemsOf(PresenceSweep sweep, bool isReset)
    {
        PresenceChange[] changes = [.. sweep.Changes.Where(IsVisible)];
        bool begins = isReset;
        foreach (UserData[] chunk in changes.Where(IsInitial).Select(DataOf).Chunk(UsersOfAnEvent))
        {
            yield return new SseItem<object>(new UsersData(begins, chunk), "initial");
            begins = false;
        }

        if (begins)
        {
            yield return new SseItem<object>(new UsersData(Reset: true, []), "initial");
        }

        foreach (UserData[] chunk in changes.Where(change => !IsInitial(change)).Select(DataOf).Chunk(UsersOfAnEvent))
        {
            yield return new SseItem<object>(new UsersData(Reset: false, chunk), "change");
        }

        yield return new SseItem<object>(StatusOf(sweep.Status), "status")
        {
            EventId = EventId.Of(sweep.Version, users),
        };

        bool IsInitial(PresenceChange change) => isReset || change.Kind == PresenceChangeKind.Initial;
    }

    // A change of a part that is not sent would show that it has changed.
    private bool IsVisible(PresenceChange change) => users.Contains(change.UserId)
        && (change.Kind != PresenceChangeKind.Changed || (change.Parts & options.Parts) != PresenceParts.None);

    private UserData DataOf(PresenceChange change)
    {
        UserPresence? now = change.Current;
        return new UserData(change.UserId, change.Kind, change.Since)
        {
            Availability = Sends(PresenceParts.Availability) ? now?.AvailabilityText : null,
            Activity = Sends(PresenceParts.Activity) ? now?.ActivityText : null,
            StatusMessage = Sends(PresenceParts.StatusMessage) ? now?.StatusMessage : null,
            OutOfOffice = Sends(PresenceParts.OutOfOffice) ? now?.OutOfOffice : null,
            WorkLocation = Sends(PresenceParts.WorkLocation) ? now?.WorkLocation : null,
        };
    }

    private bool Sends(PresenceParts part) => (options.Parts & part) != PresenceParts.None;

    private StatusData StatusOf(PresenceWatchStatus status) => new(
        users.CountIn(watch, status.Users),
        users.CountOf(watch, WatchedPresenceState.NotRead, status.NotReadUsers),
        users.CountOf(watch, WatchedPresenceState.Stale, status.StaleUsers),
        status.Interval.TotalSeconds)
    {
        LastSweepStartedAt = status.LastSweepStartedAt,
        TroubleSince = status.TroubleSince,
        Trouble = status.Failure switch
        {
            null => null,
            PresenceThrottledException => "Throttled",
            PresenceAccessDeniedException => "AccessDenied",
            PresenceAuthenticationException => "SignInFailed",
            PresenceTimeoutException => "Timeout",
            _ => "Unavailable",
        },
    };
}
