using PresenceClient;
using PresenceClient.Emulator;
using Xunit;

namespace EmulatorTests;

public sealed class ReceptionistTests : IAsyncLifetime
{
    private PresenceEmulator _graph = null!;
    private PresenceServiceClient _client = null!;

    private EmulatedUser Adele => _graph.Users[0];

    private EmulatedUser Alex => _graph.Users[1];

    public async ValueTask InitializeAsync()
    {
        _graph = await PresenceEmulator.StartAsync(o => o.Users = 2);
        _client = new PresenceServiceClient(
            _graph.CreateCredential(), new PresenceClientOptions { BaseAddress = _graph.BaseAddress });
        Adele.BecomeAvailable();
        Alex.BecomeAvailable();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _graph.DisposeAsync();
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

        _graph.Advance(TimeSpan.FromMinutes(30));
        Adele.BecomeAvailable();

        Assert.Equal(Adele.Id, await FindAsync());
    }

    [Fact]
    public async Task FindAsync_ServiceRefuses_NamesThePermission()
    {
        _graph.InjectFault(EmulatorFault.Status(403));

        PresenceAccessDeniedException e = await Assert.ThrowsAsync<PresenceAccessDeniedException>(FindAsync);

        Assert.Equal("Presence.Read.All", e.ApplicationPermission);
    }

    private Task<string?> FindAsync() =>
        new Receptionist(_client).FindAsync([Adele.Id, Alex.Id], TestContext.Current.CancellationToken);
}
