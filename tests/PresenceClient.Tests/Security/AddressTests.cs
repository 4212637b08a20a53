using PresenceClient.Tests.EndToEnd;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Security;

/// <summary>Requests over a real connection when an id tries to change the path.</summary>
public sealed class AddressTests
{
    private const string Guid = Samples.Adele;

    public static TheoryData<string> Names { get; } =
    [
        "a/b?x", "../me", "..%2fme", "%2e%2e", "%2e", "%00", "...", "a#b", "a?b", "a\\b", "..\\me", "//evil.example",
        "a b", "jürgen@contoso.com", "\u202e@x", "\ud83d\ude00@x", "a;b=c", "a&b", "a+b", "a:b@evil.example", "{user}",
        $"{Guid}/presence", $"{Guid}?$select=id", $"{Guid}#", "me/..", "a\r\nHost: evil.example", "\t\u0001",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task GetUserAsync_AnyName_ReachesTheServiceAsOneSegment(string name)
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.Loopback, users: 1);

        await tenant.AsApplication().Users[name].Awaiting(u => u.GetUserAsync(Test.Token)).Should()
            .ThrowAsync<PresenceNotFoundException>();

        // A server keeps an escaped slash as it is, so it does not separate segments.
        tenant.Graph.Requests.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Method = "GET",
            Path = $"/v1.0/users/{name.Replace("/", "%2F", StringComparison.Ordinal)}",
            Query = "?%24select=id,displayName,userPrincipalName,mail,accountEnabled,userType",
            Operation = "users.get",
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    public async Task EveryMethodWithIds_ValueThatIsNotAnId_ThrowsAndSendsNothing(string id)
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.Loopback, users: 1);
        PresenceServiceClient client = tenant.AsApplication();

        foreach (Func<Task> call in new Func<Task>[]
        {
            () => client.Users[id].GetPresenceAsync(Test.Token),
            () => client.Users[id].Session.SetAsync(SessionPresence.Away, null, Test.Token),
            () => client.Users[id].Session.ClearAsync(Test.Token),
            () => client.Users[id].Preferred.SetAsync(PreferredPresence.Away, null, Test.Token),
            () => client.Users[id].Preferred.ClearAsync(Test.Token),
            () => client.Users[id].StatusMessage.SetAsync("x", null, Test.Token),
            () => client.Users[id].StatusMessage.ClearAsync(Test.Token),
            () => client.Presences[id].GetAsync(Test.Token),
            () => client.Presences.GetAsync([Guid, id], Test.Token),
            () => client.Presences.ReadPagesAsync([Guid, id], Test.Token).ToListAsync(Test.Token).AsTask(),
            () => client.Presences.CreateLoader().GetAsync(id, Test.Token),
            () => client.Presences.WriteAsync([PresenceWrite.ClearPreferred(id)], Test.Token),
            () => client.Presences.WriteAsync([PresenceWrite.ClearSession(id)], Test.Token),
            () => client.Presences.WriteAsync([PresenceWrite.ClearStatusMessage(id)], Test.Token),
        })
        {
            await call.Should().ThrowAsync<ArgumentException>();
        }

        tenant.Graph.Requests.Should().BeEmpty();
    }
}
