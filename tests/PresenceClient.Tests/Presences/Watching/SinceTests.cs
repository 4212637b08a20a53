using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Since when a state is known.</summary>
public sealed class SinceTests : IDisposable
{
    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task Since_IsTheTimeOfTheState_WhateverElseChanges()
    {
        var presence = new UserPresence { Id = Samples.Adele, AvailabilityText = "Busy", ActivityText = "InACall" };
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.NextAsync();

        List<PresenceChange> changes = [];
        foreach (UserPresence next in (UserPresence[])
        [
            presence,
            presence with { StatusMessage = new() { Content = "Back at 15:00" } },
            presence with { ActivityText = "Presenting" },
        ])
        {
            _tenant.Time.Advance(TimeSpan.FromSeconds(1));
            watch.Report(next, _tenant.Time.GetUtcNow());
            changes.Add(await reader.NextAsync());
        }

        DateTimeOffset first = changes[0].ReadAt;
        changes.Select(change => change.Since).Should().Equal(first, first, first.AddSeconds(2));
        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known!.Since.Should().Be(first.AddSeconds(2));
    }
}
