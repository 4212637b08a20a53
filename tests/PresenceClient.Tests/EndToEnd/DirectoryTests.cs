using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>Lists of the directory's users, and of the users who can sign in.</summary>
public class DirectoryTests
{
    [Theory, EachTransport]
    public async Task ListAsync_OfEverybody_SaysWhoCanSignInAndWhoIsAGuest(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport, users: 100);

        List<DirectoryUser> users = await tenant.AsApplication().Users.ListAsync(Test.Token).ToListAsync(Test.Token);

        users.Select(user => (user.Id, user.AccountEnabled, user.UserTypeText!)).Should()
            .Equal(tenant.Graph.Users.Select(user => (user.Id, (bool?)user.AccountEnabled, user.UserType)));
        users.Should().Contain(user => user.AccountEnabled == false)
            .And.Contain(user => user.UserType == DirectoryUserType.Guest);
    }

    [Theory, EachTransport]
    public async Task ListAsync_CanSignIn_LeavesOutDisabledAccountsOnEveryPage(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport, users: 2_500);

        List<DirectoryUser> users = await tenant.AsApplication().Users
            .ListAsync(new UserListOptions { CanSignIn = true }, Test.Token).ToListAsync(Test.Token);

        users.Select(user => user.Id).Should()
            .Equal(tenant.Graph.Users.Where(user => user.AccountEnabled).Select(user => user.Id));
        users.Should().HaveCountGreaterThan(999).And.HaveCountLessThan(2_500)
            .And.OnlyContain(user => user.AccountEnabled == true);
    }

    [Theory, EachTransport]
    public async Task ListAsync_MembersWhoCanSignIn_AreTheOrganizationsPeople(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport, users: 100);
        var people = new UserListOptions { CanSignIn = true, UserType = DirectoryUserType.Member };

        List<DirectoryUser> users = await tenant.AsApplication().Users.ListAsync(people, Test.Token)
            .ToListAsync(Test.Token);

        users.Select(user => user.Id).Should().Equal(tenant.Graph.Users
            .Where(user => user.AccountEnabled && user.UserType == "Member").Select(user => user.Id));
    }

    [Theory, EachTransport]
    public async Task ListAsync_OnlyTheBasicProfileGranted_ListsWithoutFilterAndNamesThePermissionForOne(
        EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        UsersClient directory = tenant.AsApplication("User.ReadBasic.All").Users;

        List<DirectoryUser> users = await directory.ListAsync(Test.Token).ToListAsync(Test.Token);
        Func<Task> filter = async () =>
            await directory.ListAsync(new UserListOptions { CanSignIn = true }, Test.Token).ToListAsync(Test.Token);

        users.Should().HaveCount(20)
            .And.OnlyContain(user => user.AccountEnabled == null && user.UserType == DirectoryUserType.Unknown);
        (await filter.Should().ThrowExactlyAsync<PresenceAccessDeniedException>())
            .Which.ApplicationPermission.Should().Be("User.Read.All");
    }

    [Theory, EachTransport]
    public async Task ListMembersAsync_OfTheCompany_ListsTheMembersOfNestedGroupsOnce(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport, users: 1_100);
        EmulatedGroup company = tenant.Graph.Group("All Company");

        List<DirectoryUser> members = await tenant.AsApplication().Groups[company.Id].ListMembersAsync(Test.Token)
            .ToListAsync(Test.Token);

        members.Select(user => user.Id).Should().Equal(company.AllMembers.Select(user => user.Id))
            .And.OnlyHaveUniqueItems().And.HaveCountGreaterThan(999);
        members.Should().OnlyContain(user => user.DisplayName != null && user.AccountEnabled != null);
    }

    [Theory, EachTransport]
    public async Task ListMembersAsync_OnlyGroupsGranted_MembersHaveIdsOnly(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        EmulatedGroup team = tenant.Graph.Group("Engineering Team 1");
        PresenceServiceClient client = tenant.AsApplication("GroupMember.Read.All");

        List<DirectoryUser> members =
            await client.Groups[team.Id].ListMembersAsync(Test.Token).ToListAsync(Test.Token);

        members.Should().BeEquivalentTo(team.Members.Select(user => new DirectoryUser { Id = user.Id }));
    }

    [Theory, EachTransport]
    public async Task ListMembersAsync_NotGranted_NamesThePermission(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        string id = tenant.Graph.Groups[0].Id;
        PresenceServiceClient client = tenant.AsApplication("User.Read.All");

        Func<Task> list = async () => await client.Groups[id].ListMembersAsync(Test.Token).ToListAsync(Test.Token);

        (await list.Should().ThrowExactlyAsync<PresenceAccessDeniedException>())
            .Which.ApplicationPermission.Should().Be("GroupMember.Read.All");
    }

    [Theory, EachTransport]
    public async Task ListMembersAsync_OfAnUnknownGroup_IsNotFound(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        GroupClient unknown = tenant.AsApplication().Groups[Guid.NewGuid()];

        Func<Task> list = async () => await unknown.ListMembersAsync(Test.Token).ToListAsync(Test.Token);

        await list.Should().ThrowExactlyAsync<PresenceNotFoundException>();
    }

    [Theory, EachTransport]
    public async Task ResolveAsync_OfEverybody_FindsEach(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport, users: 200);
        string[] names = [.. tenant.Graph.Users.Select(user => user.UserPrincipalName.ToUpperInvariant())];
        UsersClient directory = tenant.AsApplication("User.ReadBasic.All").Users;

        UserResolveResult result =
            await directory.ResolveAsync([.. names, "nobody@contoso.example", names[3]], Test.Token);

        result.Users.Select(user => user.Id).Should().Equal(tenant.Graph.Users.Select(user => user.Id));
        result.Missing.Should().Equal("nobody@contoso.example");
        result[^1].User!.Id.Should().Be(tenant.Graph.Users[3].Id);
        tenant.Graph.Requests.Should().HaveCount(14, "201 names are 13 requests of 15 and one of 6");
    }

    [Theory, EachTransport]
    public async Task ResolveAsync_NamesWithMarks_AreFound(EmulatorTransport transport)
    {
        string[] names = ["o'brien@contoso.example", "adele+desk@contoso.example", "''@contoso.example"];
        await using Tenant tenant = await Tenant.StartAsync(transport, o => o.AddUser("Pat O'Brien", names[0])
            .AddUser("Adele Vance", names[1]).AddUser("Quotes", names[2]).AddGuest("Pat Doe"));
        string guest = tenant.Graph.User("Pat Doe").UserPrincipalName;

        UserResolveResult result =
            await tenant.AsApplication().Users.ResolveAsync([.. names, guest], Test.Token);

        guest.Should().Contain("#EXT#");
        result.Users.Select(user => user.DisplayName).Should()
            .Equal("Pat O'Brien", "Adele Vance", "Quotes", "Pat Doe");
    }

    [Theory, EachTransport]
    public async Task ResolveAsync_ServiceFailsOnce_FailsTheNamesOfOneRequest(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport, users: 60);
        tenant.Graph.InjectFault(EmulatorFault.Status(500) with { Skip = 1, Times = 1 });

        UserResolveResult result = await tenant.AsApplication().Users
            .ResolveAsync(tenant.Graph.Users.Select(user => user.UserPrincipalName), Test.Token);

        result.Failures.Should().HaveCount(15);
        result.Users.Should().HaveCount(45);
    }

    [Theory, EachTransport]
    public async Task GetUserAsync_OfAGuest_SaysSo(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport, users: 100);
        EmulatedUser guest = tenant.Graph.Users.First(user => user.UserType == "Guest");

        DirectoryUser found = await tenant.AsApplication().Users[guest.UserPrincipalName].GetUserAsync(Test.Token);

        (found.Id, found.UserType, found.AccountEnabled).Should().Be((guest.Id, DirectoryUserType.Guest, true));
    }
}
