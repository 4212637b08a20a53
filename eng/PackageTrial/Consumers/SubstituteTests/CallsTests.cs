using NSubstitute;
using NSubstitute.ExceptionExtensions;
using PresenceClient;
using Xunit;

namespace SubstituteTests;

/// <summary>Classes that call the service can be substituted; results are records that a test creates.</summary>
public sealed class CallsTests
{
    private const string Adele = "11111111-1111-4111-8111-111111111111";

    private readonly PresenceServiceClient _client = Substitute.For<PresenceServiceClient>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EndAsync_PersonInACall_ClearsTheSession()
    {
        _client.Users[Adele].GetPresenceAsync(Stop).Returns(
            new UserPresence { Id = Adele, Activity = PresenceActivity.InACall });

        Assert.True(await new Calls(_client).EndAsync(Adele, Stop));

        await _client.Users[Adele].Session.Received(1).ClearAsync(Stop);
    }

    [Fact]
    public async Task EndAsync_ServiceThrottles_ClearsNothing()
    {
        _client.Users[Adele].GetPresenceAsync(Stop).ThrowsAsync(
            new PresenceThrottledException("Slow down.") { RetryAfter = TimeSpan.FromSeconds(5) });

        PresenceThrottledException e =
            await Assert.ThrowsAsync<PresenceThrottledException>(() => new Calls(_client).EndAsync(Adele, Stop));

        Assert.Equal(TimeSpan.FromSeconds(5), e.RetryAfter);
        await _client.Users[Adele].Session.DidNotReceiveWithAnyArgs().ClearAsync(Stop);
    }

    [Fact]
    public async Task Watch_Substituted_ReportsTheChangesOfTheTest()
    {
        PresenceWatch watch = Substitute.For<PresenceWatch>();
        _client.Presences.CreateWatch().ReturnsForAnyArgs(watch);
        var change = new PresenceChange { UserId = Adele, Kind = PresenceChangeKind.Changed };
        watch.ReadChangesAsync(Stop).ReturnsForAnyArgs(new[] { change }.ToAsyncEnumerable());

        PresenceWatch made = _client.Presences.CreateWatch();

        Assert.Equal(change, await made.ReadChangesAsync(Stop).SingleAsync(Stop));
    }
}
