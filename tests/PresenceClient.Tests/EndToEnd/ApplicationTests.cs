using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>
/// Calls of an application with Presence.ReadWrite.All, through the whole stack, against the emulator.
/// </summary>
public class ApplicationTests
{
    [Theory, EachTransport]
    public async Task Users_MoreThanAPage_AreAllListed(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport, users: 1_100);

        List<DirectoryUser> users = [];
        await foreach (DirectoryUser user in tenant.AsApplication().Users.ListAsync(Test.Token))
        {
            users.Add(user);
        }

        users.Should().BeEquivalentTo(tenant.Graph.Users.Select(u => new DirectoryUser
        {
            Id = u.Id,
            DisplayName = u.DisplayName,
            UserPrincipalName = u.UserPrincipalName,
            Mail = u.Mail,
            AccountEnabled = u.AccountEnabled,
            UserTypeText = u.UserType,
        }));
    }

    [Theory, EachTransport]
    public async Task Reads_OfOneUser_AgreeByAllThreePaths(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        PresenceServiceClient client = tenant.AsApplication();
        EmulatedUser adele = tenant.Graph.Users[3];
        adele.SetTeamsClient("Busy", "InACall");
        adele.SetOutOfOffice("Back on Monday");
        adele.SetScheduledLocation("remote");

        string id = (await client.Users[adele.UserPrincipalName].GetUserAsync(Test.Token)).Id;
        UserPresence byUser = await client.Users[id].GetPresenceAsync(Test.Token);
        UserPresence byPresence = await client.Presences[id].GetAsync(Test.Token);
        UserPresence byBulk = (await client.Presences.GetAsync([id], Test.Token))[id];

        byUser.Should().BeEquivalentTo(new
        {
            adele.Id,
            Availability = PresenceAvailability.Busy,
            Activity = PresenceActivity.InACall,
            OutOfOffice = new OutOfOfficeSettings { IsOutOfOffice = true, Message = "Back on Monday" },
            WorkLocation = new { Type = WorkLocationType.Remote, Source = WorkLocationSource.Scheduled },
        });
        byPresence.Should().Be(byUser);
        byBulk.Should().Be(byUser);
    }

    [Theory, EachTransport]
    public async Task Bulk_OfTheLimit_IsReadInTheOrderAsked(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport, users: 650);
        string[] ids = [.. tenant.Graph.Users.Select(u => u.Id).Reverse()];

        PresenceReadResult result = await tenant.AsApplication().Presences.GetAsync(ids, Test.Token);

        result.Select(p => p.Id).Should().Equal(ids);
        result.Missing.Should().BeEmpty();
    }

    [Theory, EachTransport]
    public async Task Session_SetFadedExpiredAndCleared_ShowsAsTheServiceDoes(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        UserClient user = Offline(tenant);

        await user.Session.SetAsync(SessionPresence.Available, TimeSpan.FromMinutes(30), Test.Token);
        (await StateAsync(user)).Should().Be("Available/Available");
        tenant.Clock.Advance(TimeSpan.FromMinutes(5));
        (await StateAsync(user)).Should().Be("Available/AvailableInactive");
        tenant.Clock.Advance(TimeSpan.FromMinutes(5));
        (await StateAsync(user)).Should().Be("Away/Away");
        tenant.Clock.Advance(TimeSpan.FromMinutes(20));
        (await StateAsync(user)).Should().Be("Offline/Offline");

        await user.Session.SetAsync("DoNotDisturb", "Presenting", null, Test.Token);
        (await StateAsync(user)).Should().Be("DoNotDisturb/Presenting");
        (await user.Session.ClearAsync(Test.Token)).Should().BeTrue();
        (await user.Session.ClearAsync(Test.Token)).Should().BeFalse();
        (await StateAsync(user)).Should().Be("Offline/Offline");
    }

    [Theory, EachTransport]
    public async Task Session_EachLegalState_IsAccepted(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        UserClient user = Offline(tenant);
        List<string> states = [];

        foreach (SessionPresence presence in Enum.GetValues<SessionPresence>())
        {
            await user.Session.SetAsync(presence, cancellationToken: Test.Token);
            states.Add(await StateAsync(user));
        }

        states.Should().Equal(
            "Available/Available", "Busy/InACall", "Busy/InAConferenceCall", "Away/Away", "DoNotDisturb/Presenting");
    }

    [Theory, EachTransport]
    public async Task Preferred_EachLegalState_ShowsOverTheSession(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        UserClient user = Offline(tenant);
        await user.Session.SetAsync(SessionPresence.InACall, TimeSpan.FromHours(4), Test.Token);
        List<string> states = [];

        foreach (PreferredPresence presence in Enum.GetValues<PreferredPresence>())
        {
            await user.Preferred.SetAsync(presence, TimeSpan.FromHours(1), Test.Token);
            states.Add(await StateAsync(user));
        }

        await user.Preferred.ClearAsync(Test.Token);

        states.Should().Equal("Available/Available", "Busy/Busy", "DoNotDisturb/DoNotDisturb",
            "BeRightBack/BeRightBack", "Away/Away", "Offline/OffWork");
        (await StateAsync(user)).Should().Be("Busy/InACall");
    }

    [Theory, EachTransport]
    public async Task Pair_NotLegal_IsRefusedByTheServiceInWords(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        Func<Task> set = () => Offline(tenant).Session.SetAsync(
            "Offline", "OffWork", cancellationToken: Test.Token);

        PresenceException error = (await set.Should().ThrowAsync<PresenceException>()).Which;

        error.Should().BeEquivalentTo(new { ErrorCode = "InvalidArgument", Operation = "users.presence.setPresence" });
        error.RequestId.Should().NotBeNullOrEmpty();
    }

    [Theory, EachTransport]
    public async Task StatusMessage_SetAndCleared_IsSeenByOthersWithoutItsExpiry(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        UserClient user = Offline(tenant);

        await user.StatusMessage.SetAsync("Back at 15:00", tenant.Clock.GetUtcNow().AddHours(2), Test.Token);
        PresenceStatusMessage? shown = (await user.GetPresenceAsync(Test.Token)).StatusMessage;
        await user.StatusMessage.ClearAsync(Test.Token);

        shown.Should().Be(new PresenceStatusMessage { Content = "Back at 15:00", ContentType = "text" });
        (await user.GetPresenceAsync(Test.Token)).StatusMessage.Should().BeNull();
    }

    [Theory, EachTransport]
    public async Task Permission_Missing_IsNamed(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        PresenceServiceClient reader = tenant.AsApplication("Presence.Read.All");
        Func<Task> write = () => reader.Users[tenant.Graph.Users[0].Id].Preferred.ClearAsync(Test.Token);

        PresenceAccessDeniedException error = (await write.Should().ThrowAsync<PresenceAccessDeniedException>()).Which;

        error.ApplicationPermission.Should().Be("Presence.ReadWrite.All");
        error.Message.Should().Contain("Presence.ReadWrite.All");
        error.ServiceMessage.Should().BeEmpty();
    }

    [Theory, EachTransport]
    public async Task Client_UsedByManyAtOnce_MixesNothingUp(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport, users: 60);
        PresenceServiceClient client = tenant.AsApplication();
        SessionPresence[] states = Enum.GetValues<SessionPresence>();

        UserPresence[] presences = await Task.WhenAll(tenant.Graph.Users.Select(async (user, i) =>
        {
            user.EndTeamsClient();
            await client.Users[user.Id].Session.SetAsync(states[i % states.Length], null, Test.Token);
            return await client.Users[user.Id].GetPresenceAsync(Test.Token);
        }));

        presences.Select(p => p.Id).Should().Equal(tenant.Graph.Users.Select(u => u.Id));
        presences.Select((p, i) => PresencePair.Of(states[i % states.Length]) == new PresencePair(
            p.AvailabilityText!, p.ActivityText!)).Should().NotContain(false);
    }

    private static UserClient Offline(Tenant tenant)
    {
        EmulatedUser user = tenant.Graph.Users[5];
        user.EndTeamsClient();
        return tenant.AsApplication().Users[user.Id];
    }

    private static async Task<string> StateAsync(UserClient user)
    {
        UserPresence presence = await user.GetPresenceAsync(Test.Token);
        return $"{presence.Availability}/{presence.Activity}";
    }
}
