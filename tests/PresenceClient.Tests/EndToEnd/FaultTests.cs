using PresenceClient.Emulator;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>What goes wrong on the way, through the whole stack, and what comes of it.</summary>
public class FaultTests
{
    private static readonly Dictionary<string, EmulatorFault> Passing = new()
    {
        ["throttled"] = EmulatorFault.Throttle(TimeSpan.FromSeconds(7)),
        ["throttled by a fraction"] = EmulatorFault.Throttle(TimeSpan.FromSeconds(2.5)),
        ["throttled to a date"] = EmulatorFault.Throttle(Tenant.Start + TimeSpan.FromSeconds(20)),
        ["unavailable"] = EmulatorFault.Status(503, "1"),
        ["gateway"] = EmulatorFault.Status(502),
        ["dropped"] = EmulatorFault.DropConnection(),
        ["dropped after the work"] = EmulatorFault.DropConnection(afterWork: true),
        ["broken off"] = EmulatorFault.Truncate(20),
        ["malformed"] = EmulatorFault.MalformedJson(),
    };

    public static TheoryData<string, EmulatorTransport> PassingFaults { get; } = new(
        from fault in Passing.Keys
        from transport in Enum.GetValues<EmulatorTransport>()
        select (fault, transport));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task ReadsAndWrites_ThatMeetAFaultTwice_Succeed(string fault, EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        PresenceServiceClient client = tenant.AsApplication();
        EmulatedUser adele = tenant.Graph.Users[3];
        adele.SetTeamsClient("Busy", "InACall");
        string[] ids = [.. tenant.Graph.Users.Select(user => user.Id)];

        Meet();
        (await client.Users[adele.Id].GetPresenceAsync(Cancelled)).Activity.Should().Be(PresenceActivity.InACall);
        Meet();
        (await client.Presences.GetAsync(ids, Cancelled)).Select(presence => presence.Id).Should().Equal(ids);
        Meet();
        await client.Users[adele.Id].Preferred.SetAsync(PreferredPresence.DoNotDisturb, null, Cancelled);
        (await client.Users[adele.Id].GetPresenceAsync(Cancelled)).Availability.Should()
            .Be(PresenceAvailability.DoNotDisturb);

        void Meet()
        {
            tenant.Graph.ClearFaults();
            tenant.Graph.InjectFault(Passing[fault] with { Times = 2 });
        }
    }

    [Theory, EachTransport]
    public async Task Session_WhoseEndLosesItsAnswer_HasEnded(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        SessionClient session = tenant.AsApplication().Users[tenant.Graph.Users[3].Id].Session;
        await session.SetAsync(SessionPresence.InACall, null, Cancelled);
        tenant.Graph.InjectFault(EmulatorFault.DropConnection(afterWork: true) with { Times = 1 });

        (await session.ClearAsync(Cancelled)).Should().BeTrue();
        (await session.ClearAsync(Cancelled)).Should().BeFalse();
    }
}
