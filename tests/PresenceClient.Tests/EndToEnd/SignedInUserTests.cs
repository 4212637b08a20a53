using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>Calls of a signed-in user under /me, through the whole stack, against the emulator.</summary>
public class SignedInUserTests
{
    [Theory, EachTransport]
    public async Task Me_EveryWrite_ShowsInTheOwnPresence(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        EmulatedUser adele = tenant.Graph.Users[2];
        adele.EndTeamsClient();
        MeClient me = tenant.AsUser(adele, "Presence.ReadWrite", "Presence.Read").Me;
        DateTimeOffset end = tenant.Clock.GetUtcNow().AddHours(2).AddTicks(1234567);

        await me.Session.SetAsync(SessionPresence.InACall, TimeSpan.FromMinutes(30), Test.Token);
        await me.StatusMessage.SetAsync("Back at 15:00", end, Test.Token);
        UserPresence inACall = await me.GetPresenceAsync(Test.Token);
        await me.Preferred.SetAsync(PreferredPresence.DoNotDisturb, cancellationToken: Test.Token);
        UserPresence preferred = await me.GetPresenceAsync(Test.Token);
        await me.Preferred.ClearAsync(Test.Token);
        await me.StatusMessage.ClearAsync(Test.Token);
        bool ended = await me.Session.ClearAsync(Test.Token);
        UserPresence after = await me.GetPresenceAsync(Test.Token);

        inACall.Activity.Should().Be(PresenceActivity.InACall);
        inACall.StatusMessage!.ExpiresAt.Should().Be(end);
        inACall.StatusMessage.PublishedAt.Should().Be(tenant.Clock.GetUtcNow());
        preferred.Availability.Should().Be(PresenceAvailability.DoNotDisturb);
        ended.Should().BeTrue();
        after.Should().BeEquivalentTo(new { adele.Id, Availability = PresenceAvailability.Offline });
        after.StatusMessage.Should().BeNull();
        string.CompareOrdinal(after.SequenceNumber, inACall.SequenceNumber).Should().BePositive();
    }

    [Theory, EachTransport]
    public async Task WorkLocation_EachAction_FollowsTheLayers(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        EmulatedUser adele = tenant.Graph.Users[2];
        adele.SetScheduledLocation("remote");
        MeClient me = tenant.AsUser(adele, "Presence.ReadWrite", "Presence.Read").Me;
        List<string> locations = [];

        await me.WorkLocation.SetAutomaticAsync(WorkLocationType.Office, "lobby", Test.Token);
        await SeeAsync();
        await me.WorkLocation.SetManualAsync(WorkLocationType.TimeOff, cancellationToken: Test.Token);
        await SeeAsync();
        await me.WorkLocation.ClearAutomaticAsync(Test.Token);
        await SeeAsync();
        await me.WorkLocation.ClearAsync(Test.Token);
        await SeeAsync();

        locations.Should().Equal("Automatic Office lobby", "Manual TimeOff ", "Manual TimeOff ", "Scheduled Remote ");

        async Task SeeAsync()
        {
            UserWorkLocation location = (await me.GetPresenceAsync(Test.Token)).WorkLocation!;
            locations.Add($"{location.Source} {location.Type} {location.PlaceId}");
        }
    }

    [Theory, EachTransport]
    public async Task Write_OfAnotherUser_IsRefusedAndNamesNoUser(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        PresenceServiceClient client = tenant.AsUser(tenant.Graph.Users[0], "Presence.ReadWrite");
        Func<Task> write = () => client.Users[tenant.Graph.Users[1].Id].Preferred.ClearAsync(Test.Token);

        PresenceException error = (await write.Should().ThrowAsync<PresenceAuthenticationException>()).Which;

        error.ServiceMessage.Should().Contain("another user");
        error.ToString().Should().NotContain(tenant.Graph.Users[0].Id).And.NotContain(tenant.Graph.Users[1].Id);
    }

    [Theory, EachTransport]
    public async Task Me_AsAnApplication_IsRefusedInWords(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        Func<Task> read = () => tenant.AsApplication().Me.GetPresenceAsync(Test.Token);

        await read.Should().ThrowAsync<PresenceException>().WithMessage("*delegated*");
    }
}
