using Microsoft.Extensions.Time.Testing;
using PresenceClient.Emulator;

namespace PresenceClient.TestSupport;

/// <summary>An emulated tenant on a clock that only the test advances.</summary>
internal sealed record ClockedTenant(PresenceEmulator Emulator, FakeTimeProvider Clock)
{
    /// <summary>A Monday morning.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    public static async Task<ClockedTenant> StartAsync(int users, Action<PresenceEmulatorOptions>? configure = null)
    {
        var clock = new FakeTimeProvider(Start);
        PresenceEmulator emulator = await PresenceEmulator.StartAsync(
            options =>
            {
                options.Users = users;
                options.TimeProvider = clock;
                configure?.Invoke(options);
            },
            TestContext.Current.CancellationToken);
        return new ClockedTenant(emulator, clock);
    }
}
