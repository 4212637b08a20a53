using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>A reader that a test moves step by step.</summary>
internal sealed class Reader<T>(IAsyncEnumerable<T> items) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<T> _enumerator = items.GetAsyncEnumerator(Test.Token);
    private Task<bool>? _next;

    /// <summary>Whether the reader waits, and there is nothing for it.</summary>
    public bool Waits
    {
        get
        {
            _next ??= _enumerator.MoveNextAsync().AsTask();
            return !_next.IsCompleted;
        }
    }

    /// <summary>The next item, once there is one.</summary>
    public async Task<T> NextAsync()
    {
        _next ??= _enumerator.MoveNextAsync().AsTask();
        (await _next.BoundedAsync()).Should().BeTrue("the reader is not at its end");
        _next = null;
        return _enumerator.Current;
    }

    /// <summary>Some items, as they come.</summary>
    public async Task<List<T>> TakeAsync(int count)
    {
        List<T> items = [];
        while (items.Count < count)
        {
            items.Add(await NextAsync());
        }

        return items;
    }

    /// <summary>Waits for the end.</summary>
    public async Task EndAsync()
    {
        _next ??= _enumerator.MoveNextAsync().AsTask();
        (await _next.BoundedAsync()).Should().BeFalse("the reader is at its end");
        _next = null;
    }

    public async ValueTask DisposeAsync()
    {
        // A reader that waits cannot be disposed; its test is over.
        if (_next is null or { IsCompleted: true })
        {
            await _enumerator.DisposeAsync();
        }
    }
}
