using NSubstitute;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>Tests of users' code can replace the clients with mocks.</summary>
public sealed class MockabilityTests
{
    [Fact]
    public async Task OwnCode_RunsAgainstASubstitute()
    {
        PresenceServiceClient client = Substitute.For<PresenceServiceClient>();
        var busy = new UserPresence { Id = Samples.Adele, Availability = PresenceAvailability.Busy };
        client.Users[Samples.Adele].GetPresenceAsync(Arg.Any<CancellationToken>()).Returns(busy);
        client.Users[Samples.Adele].Session.ClearAsync(Arg.Any<CancellationToken>()).Returns(true);

        (await EndCallAsync(client, Samples.Adele)).Should().BeTrue();
        await client.Users[Samples.Adele].StatusMessage.Received(1).ClearAsync(Test.Token);
    }

    [Fact]
    public async Task Explanation_OfAnySituation_CanBeMadeAndSubstituted()
    {
        PresenceServiceClient client = Substitute.For<PresenceServiceClient>();
        var offline = new UserPresence
        {
            Id = Samples.Adele,
            Availability = PresenceAvailability.Offline,
            Activity = PresenceActivity.OffWork,
        };
        var explanation = PresenceExplanation.Of(offline, SessionPresence.InACall);
        client.Users[Samples.Adele].Session.ExplainAsync(SessionPresence.InACall, Test.Token).Returns(explanation);
        client.Me.Session.ExplainAsync("Busy", "InACall", Test.Token).Returns(explanation);

        (await client.Users[Samples.Adele].Session.ExplainAsync(SessionPresence.InACall, Test.Token)).Verdict
            .Should().Be(PresenceVerdict.AppearsOffline);
        (await client.Me.Session.ExplainAsync("Busy", "InACall", Test.Token)).Should().BeSameAs(explanation);
    }

    [Fact]
    public async Task EveryClient_CanBeSubstituted()
    {
        PresenceServiceClient client = Substitute.For<PresenceServiceClient>();
        var result = new PresenceReadResult([new UserPresence { Id = Samples.Adele }], missing: [Samples.Alex]);
        client.Presences.GetAsync([], Test.Token).ReturnsForAnyArgs(result);
        var write = PresenceWrite.SetPreferred(Samples.Adele, PreferredPresence.Away);
        var written = new PresenceWriteResult([new PresenceWriteOutcome(write)]);
        client.Presences.WriteAsync([], Test.Token).ReturnsForAnyArgs(written);
        client.Presences[Samples.Adele].GetAsync(Test.Token).Returns(result[Samples.Adele]);
        client.Users.ListAsync(Test.Token).Returns(
            new[] { new DirectoryUser { Id = Samples.Adele } }.ToAsyncEnumerable());
        client.Groups[Samples.Team].ListMembersAsync(Test.Token).Returns(
            new[] { new DirectoryUser { Id = Samples.Alex } }.ToAsyncEnumerable());
        var resolved = new UserResolveResult([new UserResolveOutcome("adele@contoso.com")]);
        client.Users.ResolveAsync([], Test.Token).ReturnsForAnyArgs(resolved);
        var loaded = new LoadedPresence { Presence = result[Samples.Adele], ReadAt = DateTimeOffset.UnixEpoch };
        client.Presences.CreateLoader().ReturnsForAnyArgs(Substitute.For<PresenceLoader>());
        client.Presences.CreateLoader().GetAsync(Samples.Adele, Test.Token).Returns(loaded);

        await client.Me.WorkLocation.SetManualAsync(WorkLocationType.Office, null, Test.Token);
        await client.Me.Preferred.SetAsync(PreferredPresence.Away, null, Test.Token);

        (await client.Presences.GetAsync([Samples.Adele], Test.Token)).Should().BeSameAs(result);
        (await client.Presences.WriteAsync([write], Test.Token)).Should().BeSameAs(written);
        await client.Presences.Received(1).WriteAsync(Arg.Is<IEnumerable<PresenceWrite>>(sent => sent.SequenceEqual(
            new[] { PresenceWrite.SetPreferred(Samples.Adele, PreferredPresence.Away, null) })), Test.Token);
        (await client.Presences[Samples.Adele].GetAsync(Test.Token)).Id.Should().Be(Samples.Adele);
        (await client.Presences.CreateLoader().GetAsync(Samples.Adele, Test.Token)).Should().BeSameAs(loaded);
        (await client.Users.ListAsync(Test.Token).ToListAsync(Test.Token)).Should().ContainSingle();
        (await client.Groups[Samples.Team].ListMembersAsync(Test.Token).SingleAsync(Test.Token)).Id.Should()
            .Be(Samples.Alex);
        (await client.Users.ResolveAsync(["adele@contoso.com"], Test.Token)).Should().BeSameAs(resolved);
        await client.Me.WorkLocation.Received(1).SetManualAsync(WorkLocationType.Office, null, Test.Token);
    }

    [Fact]
    public async Task Watch_CanBeSubstituted()
    {
        PresenceServiceClient client = Substitute.For<PresenceServiceClient>();
        PresenceWatch watch = Substitute.For<PresenceWatch>();
        client.Presences.CreateWatch().ReturnsForAnyArgs(watch);
        client.Pace.Returns(new PresencePace { Waiting = 3 });
        var change = new PresenceChange { UserId = Samples.Adele, Kind = PresenceChangeKind.Missing };
        client.Presences.WatchAsync([], Test.Token).ReturnsForAnyArgs(new[] { change }.ToAsyncEnumerable());
        watch.ReadChangesAsync(Test.Token).ReturnsForAnyArgs(new[] { change }.ToAsyncEnumerable());
        watch.ReadSweepsAsync(null, Test.Token).ReturnsForAnyArgs(
            new[] { new PresenceSweep { Version = 7, Changes = [change] } }.ToAsyncEnumerable());
        watch.Status.Returns(new PresenceWatchStatus { StaleUsers = 2 });
        watch.TryGet(Samples.Adele, out Arg.Any<WatchedPresence?>()).Returns(call =>
        {
            call[1] = new WatchedPresence { State = WatchedPresenceState.Missing };
            return true;
        });

        PresenceWatch made = client.Presences.CreateWatch(new PresenceWatchOptions());
        made.Users.Add(Samples.Adele);
        await made.WaitUntilCurrentAsync(Test.Token);
        await made.RefreshAsync([Samples.Adele], Test.Token);
        made.Report(new() { Id = Samples.Adele }, DateTimeOffset.UnixEpoch);

        client.Pace.Waiting.Should().Be(3);
        made.Status.StaleUsers.Should().Be(2);
        made.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known!.State.Should().Be(WatchedPresenceState.Missing);
        (await made.ReadChangesAsync(Test.Token).SingleAsync(Test.Token)).Should().Be(change);
        (await made.ReadSweepsAsync(null, Test.Token).SingleAsync(Test.Token)).Version.Should().Be(7);
        (await client.Presences.WatchAsync([Samples.Adele], Test.Token).SingleAsync(Test.Token)).Should().Be(change);
        made.Users.Received(1).Add(Samples.Adele);
        await made.DisposeAsync();
    }

    [Fact]
    public async Task Holds_CanBeSubstituted()
    {
        PresenceServiceClient client = Substitute.For<PresenceServiceClient>();
        PresenceHold hold = Substitute.For<PresenceHold>();
        PresenceKeeper keeper = Substitute.For<PresenceKeeper>();
        client.Users[Samples.Adele].Session.HoldAsync(SessionPresence.InACall, null, Test.Token).Returns(hold);
        client.Users.CreateKeeper().ReturnsForAnyArgs(keeper);
        hold.State.Returns(PresenceHoldState.Retrying);
        hold.Lost.Returns(new CancellationToken(canceled: true));
        hold.EndAsync(Test.Token).Returns(true);
        var lapsed = new PresenceKeeperEvent(
            Samples.Adele, PresenceKeeperEventKind.Lapsed, DateTimeOffset.UnixEpoch);
        keeper.ReadEventsAsync(Test.Token).Returns(new[] { lapsed }.ToAsyncEnumerable());
        keeper.Users.Returns([Samples.Adele]);

        PresenceHold made = await client.Users[Samples.Adele].Session.HoldAsync(
            SessionPresence.InACall, null, Test.Token);
        PresenceKeeper kept = client.Users.CreateKeeper(new PresenceKeeperOptions());
        await made.ChangeAsync(SessionPresence.Presenting, Test.Token);
        kept.Set(Samples.Adele, SessionPresence.InACall);
        await kept.WaitUntilSettledAsync(Test.Token);

        (made.State, made.Lost.IsCancellationRequested).Should().Be((PresenceHoldState.Retrying, true));
        (await made.EndAsync(Test.Token)).Should().BeTrue();
        (await kept.ReadEventsAsync(Test.Token).SingleAsync(Test.Token)).Should().Be(lapsed);
        kept.Users.Should().Equal(Samples.Adele);
        kept.Received(1).Set(Samples.Adele, SessionPresence.InACall);
        await made.DisposeAsync();
        await kept.DisposeAsync();
    }

    [Fact]
    public void EveryException_CanBeMadeByATest()
    {
        new PresenceThrottledException("Slow.") { RetryAfter = TimeSpan.FromSeconds(3), Attempts = 2 }.RetryAfter
            .Should().Be(TimeSpan.FromSeconds(3));
        new PresenceAccessDeniedException("No.") { ApplicationPermission = "Presence.Read.All" }.ApplicationPermission
            .Should().Be("Presence.Read.All");
    }

    [Theory]
    [InlineData(typeof(PresenceException))]
    [InlineData(typeof(PresenceAccessDeniedException))]
    [InlineData(typeof(PresenceAuthenticationException))]
    [InlineData(typeof(PresenceIncompleteException))]
    [InlineData(typeof(PresenceNotFoundException))]
    [InlineData(typeof(PresenceThrottledException))]
    [InlineData(typeof(PresenceTimeoutException))]
    public void EveryException_HasTheUsualConstructors(Type type)
    {
        var cause = new IOException();

        Activator.CreateInstance(type).Should().BeAssignableTo<PresenceException>()
            .Which.ClientRequestId.Should().BeNull();
        Activator.CreateInstance(type, "Words.").Should().BeAssignableTo<PresenceException>()
            .Which.Message.Should().Be("Words.");
        Activator.CreateInstance(type, "Words.", cause).Should().BeAssignableTo<PresenceException>()
            .Which.InnerException.Should().BeSameAs(cause);
    }

    private static async Task<bool> EndCallAsync(PresenceServiceClient client, string id)
    {
        UserClient user = client.Users[id];
        if (await user.GetPresenceAsync(Test.Token) is not { Availability: PresenceAvailability.Busy })
        {
            return false;
        }

        await user.StatusMessage.ClearAsync(Test.Token);
        return await user.Session.ClearAsync(Test.Token);
    }
}
