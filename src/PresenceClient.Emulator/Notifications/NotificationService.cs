using System.Threading.Channels;
using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.Faults;
using PresenceClient.Emulator.Identity;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Notifications;

/// <summary>
/// Sends change notifications on the tenant's clock: it observes the users of subscriptions, and posts what is due to
/// the subscribers. It works in steps, which a loop takes whenever something is due; a test can take them at once.
/// </summary>
internal sealed class NotificationService : IAsyncDisposable
{
    // Far from the random streams of users, groups and faults.
    private const long FirstStream = long.MaxValue / 4;

    private static readonly TimeSpan ReauthorizationAhead = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan WithheldFor = TimeSpan.FromSeconds(30);

    private readonly Tenant _tenant;
    private readonly PresenceEmulatorOptions _options;
    private readonly FaultRules _faults;
    private readonly NotificationWriter _writer;
    private readonly Lock _gate = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly CancellationTokenSource _stopping = new();
    private readonly HashSet<Task> _sending = [];
    private Dictionary<Uri, Subscriber> _subscribers = [];
    private Dictionary<string, SubscriberHealth> _healths = [];
    private Dictionary<(string, EmulatedUser), DateTime> _lastDue = [];
    private Subscription[] _followed = [];
    private ChangeObserver? _observer;
    private Task? _loop;
    private Task? _ending;
    private long _sent;

    public NotificationService(
        Tenant tenant, PresenceEmulatorOptions options, FaultRules faults, ValidationTokenIssuer tokens)
    {
        (_tenant, _options, _faults) = (tenant, options, faults);
        _writer = new NotificationWriter(tenant, tokens);
        Webhook = new Webhook(options);
    }

    public Webhook Webhook { get; }

    /// <summary>Takes note of changed subscriptions, an advanced clock or a changed user.</summary>
    public void Wake() => _signal.Writer.TryWrite(true);

    /// <summary>Observes the users of the current subscriptions, from the first one on.</summary>
    public void Follow()
    {
        lock (_gate)
        {
            Step();
            _loop ??= Task.Run(LoopAsync);
        }

        Wake();
    }

    /// <summary>Asks the subscribers to renew their authorizations.</summary>
    public void RequireReauthorization()
    {
        lock (_gate)
        {
            DateTime now = _tenant.Now;
            foreach (Subscription one in _tenant.State.Subscriptions.At(now))
            {
                RequireReauthorization(one, now);
            }
        }

        Wake();
    }

    /// <summary>Sends all that is due now, and waits for the answers. Failed posts are due later.</summary>
    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task[] sending;
            lock (_gate)
            {
                Step();
                sending = [.. _sending];
            }

            if (sending.Length == 0)
            {
                return;
            }

            await Task.WhenAll(sending).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets everything, because the tenant was reset.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            (_subscribers, _healths, _lastDue, _followed, _observer, _sent) = ([], [], [], [], null, 0);
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            return new ValueTask(_ending ??= EndAsync());
        }
    }

    private async Task EndAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        Webhook.Stop();
        await Task.WhenAll([_loop ?? Task.CompletedTask, .. Sending()]).ConfigureAwait(false);
        Webhook.Dispose();
        _stopping.Dispose();
    }

    private Task[] Sending()
    {
        lock (_gate)
        {
            return [.. _sending];
        }
    }

    private async Task LoopAsync()
    {
        CancellationToken stopped = _stopping.Token;
        while (!stopped.IsCancellationRequested)
        {
            DateTime next;
            lock (_gate)
            {
                next = Step();
            }

            using var turn = CancellationTokenSource.CreateLinkedTokenSource(stopped);
            Task<bool> signal = _signal.Reader.ReadAsync(turn.Token).AsTask();
            Task time = WaitUntilAsync(next, turn.Token);
            await Task.WhenAny(signal, time).ConfigureAwait(false);
            await turn.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(signal, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WaitUntilAsync(DateTime time, CancellationToken cancellationToken)
    {
        TimeSpan wait = time - _tenant.Now;
        if (wait > TimeSpan.Zero)
        {
            // Timers count whole milliseconds: a shorter wait would end at once, and the loop would spin.
            wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
            var delay = Task.Delay(wait < LongestWait ? wait : LongestWait, _options.TimeProvider, cancellationToken);
            // A clock that was advanced before the timer began would be missed otherwise.
            if (_tenant.Now < time)
            {
                await delay.ConfigureAwait(false);
            }
        }
    }

    /// <summary>Does everything that is due, and returns when something is due next.</summary>
    private DateTime Step()
    {
        TenantState state = _tenant.State;
        DateTime now = state.Now;
        ChangeObserver observer = _observer ??= new(state, _options.Live, Wake);
        foreach (SeenChange change in observer.Take(now))
        {
            foreach (Subscription one in _followed)
            {
                if (one.UserIds.Contains(change.User.ObjectId) && change.At < one.ExpiresAt)
                {
                    Add(state, one, change, now);
                }
            }
        }

        FollowCurrent(state, observer, now);
        DateTime next = observer.NextChange(now);
        foreach (Subscription one in _followed.Where(one => one.LifecycleNotificationUrl is not null))
        {
            DateTime due = one.AuthorizedUntil - ReauthorizationAhead;
            if (!one.IsToReauthorize && due <= now)
            {
                RequireReauthorization(one, now);
            }
            else if (!one.IsToReauthorize && due < next)
            {
                next = due;
            }
        }

        foreach ((Uri address, Subscriber subscriber) in _subscribers.ToArray())
        {
            if (subscriber.Take(now, item => Prepare(state, item, now)) is { } post)
            {
                Send(subscriber, post);
            }
            else if (subscriber.IsIdle)
            {
                _subscribers.Remove(address);
            }

            next = subscriber.NextDue < next ? subscriber.NextDue : next;
        }

        return next;
    }

    private void FollowCurrent(TenantState state, ChangeObserver observer, DateTime now)
    {
        Subscription[] current = state.Subscriptions.At(now);
        if (!ReferenceEquals(current, _followed))
        {
            _followed = current;
            var users = new HashSet<EmulatedUser>();
            foreach (Guid id in current.SelectMany(one => one.UserIds))
            {
                if (_tenant.TryGetUser(id, out EmulatedUser? user))
                {
                    users.Add(user);
                }
            }

            observer.Follow(users, now);
        }
    }

    private void Add(TenantState state, Subscription subscription, SeenChange change, DateTime now)
    {
        // A deaf subscription says so in the directory only, which a fault of the same step can have changed.
        Subscription current = Current(state, subscription, now) ?? subscription;
        if (current.IsDeaf)
        {
            return;
        }

        EmulatorFault? fault = _faults.HitNotification("/" + change.Resource, change.At)?.Fault;
        NotificationDamage damage = fault?.Notification ?? NotificationDamage.None;
        if (damage == NotificationDamage.Deaf)
        {
            state.Subscriptions.Change(subscription.Id, now, one => one with { IsDeaf = true });
        }

        if (damage is NotificationDamage.Deaf or NotificationDamage.Lost)
        {
            return;
        }

        var item = new NotificationItem(current, change, DueAt(subscription, change) + (fault?.Delay ?? TimeSpan.Zero))
        {
            Damage = damage,
        };
        SubscriberOf(item.Address).Add(item, change.At);
        if (damage == NotificationDamage.Doubled)
        {
            SubscriberOf(item.Address).Add(item, change.At);
        }
    }

    /// <summary>Returns when a notification is due, not before an earlier one of the same user.</summary>
    private DateTime DueAt(Subscription subscription, SeenChange change)
    {
        var random = new SeededRandom(_options.Seed, FirstStream + _sent++);
        DateTime due = change.At + (_options.NotificationDelay * 2 * random.NextFraction());
        (string, EmulatedUser) key = (subscription.Id, change.User);
        due = _lastDue.TryGetValue(key, out DateTime last) && last > due ? last : due;
        _lastDue[key] = due;
        return due;
    }

    private void RequireReauthorization(Subscription subscription, DateTime now)
    {
        if (subscription.LifecycleNotificationUrl is { } address)
        {
            _tenant.State.Subscriptions.Change(subscription.Id, now, one => one with { IsToReauthorize = true });
            SubscriberOf(address).Add(new NotificationItem(subscription, null, now), now);
        }
    }

    /// <summary>
    /// Returns the item with its subscription as it is now; null if the subscription was deleted. Without a valid
    /// authorization the item is withheld for up to four hours.
    /// </summary>
    private static NotificationItem? Prepare(TenantState state, NotificationItem item, DateTime now)
    {
        Subscription? current = Current(state, item.Subscription, now);
        if (current is null && item.Subscription.ExpiresAt > now)
        {
            return null;
        }

        current ??= item.Subscription;
        if (item.Change is null || current.AuthorizedUntil > now)
        {
            return item with { Subscription = current };
        }

        return now - item.Change.At < NotificationPost.LongestRetry ? item with { DueAt = now + WithheldFor } : null;
    }

    private static Subscription? Current(TenantState state, Subscription subscription, DateTime now) =>
        Array.Find(state.Subscriptions.At(now), one => one.Id == subscription.Id);

    private Subscriber SubscriberOf(Uri address)
    {
        if (!_subscribers.TryGetValue(address, out Subscriber? subscriber))
        {
            if (!_healths.TryGetValue(address.Authority, out SubscriberHealth? health))
            {
                _healths[address.Authority] = health = new SubscriberHealth();
            }

            _subscribers[address] = subscriber = new Subscriber(address, health);
        }

        return subscriber;
    }

    private void Send(Subscriber subscriber, NotificationPost post)
    {
        subscriber.IsBusy = true;
        Task? task = null;
        task = Task.Run(async () =>
        {
            WebhookAnswer answer =
                await Webhook.PostAsync(post.Address, _writer.Render(post.Items)).ConfigureAwait(false);
            lock (_gate)
            {
                subscriber.IsBusy = false;
                subscriber.Health.Add(_tenant.Now, answer.Duration);
                if (!post.IsDelivered(answer))
                {
                    subscriber.AddFailed(post, _tenant.Now);
                }

                _sending.Remove(task!);
            }

            Wake();
        });
        _sending.Add(task);
    }
}
