using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>Many writes in one call, through the whole stack, against the emulator.</summary>
public class ManyWritesTests
{
    [Theory, EachTransport]
    public async Task Writes_OfEveryKind_ShowInThePresences(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        PresencesClient presences = tenant.AsApplication().Presences;
        string[] ids = [.. tenant.Graph.Users.Select(u => u.Id)];
        tenant.Graph.Users.ToList().ForEach(u => u.EndTeamsClient());

        PresenceWriteResult set = await presences.WriteAsync(
        [
            .. ids.Select(id => PresenceWrite.SetSession(id, SessionPresence.InACall, TimeSpan.FromHours(1))),
            .. ids.Select(id => PresenceWrite.SetPreferred(id, PreferredPresence.DoNotDisturb)),
            .. ids.Select(id => PresenceWrite.SetStatusMessage(id, "Back at 15:00")),
        ], Test.Token);
        PresenceReadResult preferred = await presences.GetAsync(ids, Test.Token);
        await presences.WriteAsync(
            [.. ids.Select(PresenceWrite.ClearPreferred), .. ids.Select(PresenceWrite.ClearStatusMessage)], Test.Token);
        PresenceReadResult inACall = await presences.GetAsync(ids, Test.Token);
        PresenceWrite[] ends = [.. ids.Select(PresenceWrite.ClearSession)];
        await presences.WriteAsync(ends, Test.Token);
        PresenceWriteResult again = await presences.WriteAsync(ends, Test.Token);
        PresenceReadResult offline = await presences.GetAsync(ids, Test.Token);

        set.Failures.Should().BeEmpty();
        again.Failures.Should().BeEmpty();
        preferred.Should().OnlyContain(p => p.Availability == PresenceAvailability.DoNotDisturb
            && p.StatusMessage!.Content == "Back at 15:00");
        inACall.Should().OnlyContain(p => p.Activity == PresenceActivity.InACall && p.StatusMessage == null);
        offline.Should().HaveCount(ids.Length)
            .And.OnlyContain(p => p.Availability == PresenceAvailability.Offline);
    }

    [Theory, EachTransport]
    public async Task Writes_OfOneUser_EndWithTheLastOneGiven(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport, users: 100);
        PresencesClient presences = tenant.AsApplication().Presences;
        string[] ids = [.. tenant.Graph.Users.Select(u => u.Id)];
        tenant.Graph.Users.ToList().ForEach(u => u.SetTeamsClient("Available", "Available"));
        PreferredPresence[] states = [PreferredPresence.Busy, PreferredPresence.BeRightBack, PreferredPresence.Away];

        PresenceWriteResult result = await presences.WriteAsync(
            states.SelectMany(state => ids.Select(id => PresenceWrite.SetPreferred(id, state))),
            new() { MaxConcurrency = 32 }, Test.Token);
        result.AllSucceeded.Should().BeTrue();
        (await presences.GetAsync(ids, Test.Token)).Should()
            .OnlyContain(p => p.Availability == PresenceAvailability.Away);
    }

    [Theory, EachTransport]
    public async Task Writes_OneRefused_LeaveTheOthersDone(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        PresencesClient presences = tenant.AsApplication().Presences;
        string[] ids = [.. tenant.Graph.Users.Take(3).Select(u => u.Id)];

        PresenceWriteResult result = await presences.WriteAsync(
        [
            PresenceWrite.SetPreferred(ids[0], PreferredPresence.BeRightBack),
            PresenceWrite.SetPreferred(ids[1], "Busy", "InACall"),
            PresenceWrite.SetPreferred(ids[2], PreferredPresence.BeRightBack),
        ], Test.Token);

        PresenceWriteOutcome refused = result.Failures.Should().ContainSingle().Which;
        refused.Should().BeSameAs(result[1]);
        refused.Exception!.ErrorCode.Should().Be("InvalidArgument");
        refused.ToString().Should().NotContain("InACall");
        (await presences.GetAsync(ids, Test.Token))
            .Count(p => p.Availability == PresenceAvailability.BeRightBack).Should().Be(2);
    }

    [Theory, EachTransport]
    public async Task Writes_OfASignedInUser_ReachOnlyTheOwnPresence(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        EmulatedUser own = tenant.Graph.Users[0];
        PresencesClient presences = tenant.AsUser(own, "Presence.ReadWrite").Presences;

        PresenceWriteResult result = await presences.WriteAsync(
            tenant.Graph.Users.Take(3).Select(u => PresenceWrite.SetStatusMessage(u.Id, "Hello")), Test.Token);

        result[0].Succeeded.Should().BeTrue();
        result.Failures.Should().HaveCount(2).And.OnlyContain(f => f.Exception is PresenceAuthenticationException);
    }

    [Theory, EachTransport]
    public async Task Writes_PermissionMissing_IsTheOutcomeOfEachAndNamed(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        PresencesClient presences = tenant.AsApplication("Presence.Read.All").Presences;

        PresenceWriteResult result = await presences.WriteAsync(
            tenant.Graph.Users.Select(u => PresenceWrite.ClearPreferred(u.Id)), Test.Token);

        result.Failures.Should().HaveCount(20).And.OnlyContain(f => f.Exception is PresenceAccessDeniedException
            && f.Exception.Message.Contains("Presence.ReadWrite.All"));
    }

    [Theory, EachTransport]
    public async Task Progress_ThrottledAnswersThatARetryOvercomes_AreAllCounted(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        tenant.Graph.InjectFault(EmulatorFault.Throttle(TimeSpan.Zero) with { Skip = 2, Times = 3 });
        var progress = new Reports<PresenceWriteProgress>();

        PresenceWriteResult result = await tenant.AsApplication().Presences.WriteAsync(
            tenant.Graph.Users.Select(u => PresenceWrite.ClearPreferred(u.Id)),
            new() { Progress = progress }, Test.Token);

        result.AllSucceeded.Should().BeTrue();
        progress.All.Last().Throttled.Should().Be(3).And.Be(tenant.Graph.Requests.Count(r => r.Status == 429));
        progress.All.Last().Done.Should().Be(20);
    }
}
