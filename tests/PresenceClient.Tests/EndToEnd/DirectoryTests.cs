using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>Lists of the directory's users, and of those who can sign in.</summary>
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
    public async Task GetUserAsync_OfAGuest_SaysSo(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport, users: 100);
        EmulatedUser guest = tenant.Graph.Users.First(user => user.UserType == "Guest");

        DirectoryUser found = await tenant.AsApplication().Users[guest.UserPrincipalName].GetUserAsync(Test.Token);

        (found.Id, found.UserType, found.AccountEnabled).Should().Be((guest.Id, DirectoryUserType.Guest, true));
    }
}
