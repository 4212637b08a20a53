using System.Collections.Concurrent;

namespace PresenceClient.Emulator.Limits;

/// <summary>The request limits: a window for each application of the tenant.</summary>
internal sealed class RequestLimits(PresenceEmulatorOptions options)
{
    private readonly ConcurrentDictionary<string, RequestWindow> _windows = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts a request of an application, and returns the time to wait if it exceeds the limit.</summary>
    public TimeSpan? Count(string clientId, DateTime now)
    {
        if (options.RequestLimit is not { } limit)
        {
            return null;
        }

        RequestWindow window = _windows.GetOrAdd(clientId, _ => new RequestWindow(limit, options.RequestLimitWindow));
        return window.Count(now);
    }

    public void Clear() => _windows.Clear();
}
