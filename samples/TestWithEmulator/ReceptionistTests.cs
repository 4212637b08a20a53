using PresenceClient;
using PresenceClient.Emulator;

namespace TestWithEmulator;

/// <summary>Tests without a tenant, a network or mocks: each starts an emulator with two people.</summary>
public sealed class ReceptionistTests : IAsyncLifetime
{
    private PresenceEmulator _emulator = null!;
    private PresenceServiceClient _client = null!;

    private EmulatedUser Adele => _emulator.Users[0];
    private EmulatedUser Alex => _emulator.Users[1];

    public async ValueTask InitializeAsync()
    {
        _emulator = await PresenceEmulator.StartAsync(options => options.Users = 2);
        _client = new PresenceServiceClient(
            _emulator.CreateCredential(), new PresenceClientOptions { BaseAddress = _emulator.BaseAddress });
        Adele.BecomeAvailable();
        Alex.BecomeAvailable();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task FindAsync_FirstIsInACall_ReturnsTheNext()
    {
        Adele.JoinCall();
        Assert.Equal(Alex.Id, await FindAsync());
    }

    [Fact]
    public async Task FindAsync_PreferenceExpires_ReturnsThePersonAgain()
    {
        Adele.PreferPresence("DoNotDisturb", TimeSpan.FromMinutes(30));
        Assert.Equal(Alex.Id, await FindAsync());

        // The test advances the emulator's clock, so half an hour takes no time.
        _emulator.Advance(TimeSpan.FromMinutes(30));
        Adele.BecomeAvailable();
        Assert.Equal(Adele.Id, await FindAsync());
    }

    [Fact]
    public async Task FindAsync_ServiceRefuses_NamesThePermission()
    {
        _emulator.InjectFault(EmulatorFault.Status(403));
        PresenceAccessDeniedException e = await Assert.ThrowsAsync<PresenceAccessDeniedException>(FindAsync);
        Assert.Equal("Presence.Read.All", e.ApplicationPermission);
    }

    private Task<string?> FindAsync() =>
        new Receptionist(_client).FindAsync([Adele.Id, Alex.Id], TestContext.Current.CancellationToken);
}
