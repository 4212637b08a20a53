namespace PresenceClient.AspNetCore.Tests.Support;

/// <summary>Waits that end, so that a call that hangs fails only its own test.</summary>
internal static class Bounded
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task BoundedAsync(this Task call) => call.WaitAsync(Limit, Stop);

    public static Task<T> BoundedAsync<T>(this Task<T> call) => call.WaitAsync(Limit, Stop);

    /// <summary>Waits until a condition holds.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!holds())
        {
            await timer.WaitForNextTickAsync(Stop).AsTask().BoundedAsync();
        }
    }
}
