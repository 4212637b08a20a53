using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>Faults of the service and the network, through the whole stack.</summary>
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
        (await client.Users[adele.Id].GetPresenceAsync(Test.Token)).Activity.Should().Be(PresenceActivity.InACall);
        Meet();
        (await client.Presences.GetAsync(ids, Test.Token)).Select(presence => presence.Id).Should().Equal(ids);
        Meet();
        await client.Users[adele.Id].Preferred.SetAsync(PreferredPresence.DoNotDisturb, null, Test.Token);
        (await client.Users[adele.Id].GetPresenceAsync(Test.Token)).Availability.Should()
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
        await session.SetAsync(SessionPresence.InACall, null, Test.Token);
        tenant.Graph.InjectFault(EmulatorFault.DropConnection(afterWork: true) with { Times = 1 });

        (await session.ClearAsync(Test.Token)).Should().BeTrue();
        (await session.ClearAsync(Test.Token)).Should().BeFalse();
    }
}
