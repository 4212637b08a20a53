namespace PresenceClient.AspNetCore.Notifications;

/// <summary>What the endpoint, the worker and the manager of a watch share.</summary>
internal sealed class NotificationHub : IDisposable
{
    private readonly SemaphoreSlim _reads = new(NotificationLimits.MostReads);

    public NotificationHub(PresenceNotificationOptions options)
    {
        Options = options;
        Queue = new PostQueue(options.QueueCapacity);
        ClientState = new ClientStateCheck(options.ClientState);
        Reader = new PresenceNotificationReader(options);
    }

    public PresenceNotificationOptions Options { get; }

    public PostQueue Queue { get; }

    public ClientStateCheck ClientState { get; }

    public PresenceNotificationReader Reader { get; }

    /// <summary>Called with the id of a subscription whose authorization must be renewed.</summary>
    public Action<string>? OnReauthorize { get; set; }

    /// <summary>Reserves the memory for a body that is read; false if too many are read already.</summary>
    public bool TryBeginRead() => _reads.Wait(0);

    public void EndRead() => _reads.Release();

    public void Dispose()
    {
        Reader.Dispose();
        _reads.Dispose();
    }
}
