using PresenceClient.Emulator;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>A US Government tenant, whose schema has fewer properties.</summary>
public sealed class UsGovernmentTests
{
    public static TheoryData<GraphCloud> Clouds { get; } = [GraphCloud.UsGovernmentL4, GraphCloud.UsGovernmentL5];

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task Reads_WithoutTheMissingProperties_SayThatTheyAreNotThere(GraphCloud cloud)
    {
        await using PresenceEmulator graph = await StartAsync();
        using HttpMessageHandler handler = graph.CreateHandler();
        using PresenceServiceClient client = Connect(graph, cloud, handler);
        EmulatedUser user = graph.Users[0];
        user.JoinCall();
        user.SetStatusMessage("Hello");
        user.SetOutOfOffice("Away");

        PresenceReadResult many = await client.Presences.GetAsync(graph.Users.Select(u => u.Id), Test.Token);
        UserPresence one = await client.Users[user.Id].GetPresenceAsync(Test.Token);

        many.Should().HaveCount(graph.Users.Count).And.OnlyContain(p =>
            p.OutOfOffice == null && p.WorkLocation == null && p.SequenceNumber == null);
        one.Should().BeEquivalentTo(many[user.Id]).And.BeEquivalentTo(new
        {
            Availability = PresenceAvailability.Busy,
            Activity = PresenceActivity.InACall,
            StatusMessage = new { Content = "Hello" },
        });
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task Writes_AllButWorkLocations_Work(GraphCloud cloud)
    {
        await using PresenceEmulator graph = await StartAsync();
        using HttpMessageHandler handler = graph.CreateHandler();
        using PresenceServiceClient client = Connect(graph, cloud, handler);
        UserClient user = client.Users[graph.Users[0].Id];

        await user.Session.SetAsync(SessionPresence.InACall, TimeSpan.FromMinutes(30), Test.Token);
        await user.Preferred.SetAsync(PreferredPresence.DoNotDisturb, TimeSpan.FromHours(1), Test.Token);

        (await user.GetPresenceAsync(Test.Token)).Availability.Should().Be(PresenceAvailability.DoNotDisturb);
        foreach (Func<WorkLocationClient, Task> call in new Func<WorkLocationClient, Task>[]
        {
            w => w.SetManualAsync(WorkLocationType.Office, null, Test.Token),
            w => w.SetAutomaticAsync(WorkLocationType.Office, null, Test.Token),
            w => w.ClearAsync(Test.Token),
            w => w.ClearAutomaticAsync(Test.Token),
        })
        {
            (await Awaiting(() => call(client.Me.WorkLocation)).Should().ThrowAsync<NotSupportedException>())
                .WithMessage(
                    $"me.presence.*Location is not available in the cloud {cloud}. Only the cloud Global has it.");
        }

        graph.Requests.Should().NotContain(r => r.Path.Contains("Location"));
    }

    private static Task<PresenceEmulator> StartAsync() =>
        PresenceEmulator.StartAsync(o => (o.Users, o.UsGovernment) = (20, true), Test.Token);

    private static PresenceServiceClient Connect(
        PresenceEmulator graph, GraphCloud cloud, HttpMessageHandler handler) => new(
            graph.CreateCredential(), new()
            {
                ApplicationId = graph.Application.ClientId,
                Cloud = cloud,
                HttpMessageHandler = handler,
            });
}
