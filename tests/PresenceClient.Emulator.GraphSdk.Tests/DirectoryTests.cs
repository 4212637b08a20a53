using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace PresenceClient.Emulator.GraphSdk.Tests;

public sealed class DirectoryTests
{
    [Fact]
    public async Task Users_IteratedPageByPage_AreEverybodyOnceAndInOrder()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync(options => options.Users = 25);
        UserCollectionResponse first = (await tenant.App.Users.GetAsync(request =>
        {
            request.QueryParameters.Top = 7;
            request.QueryParameters.Select = ["id", "userPrincipalName"];
        }))!;

        var seen = new List<User>();
        var pages = PageIterator<User, UserCollectionResponse>.CreatePageIterator(tenant.App, first, user =>
        {
            seen.Add(user);
            return true;
        });
        await pages.IterateAsync();

        pages.State.Should().Be(PagingState.Complete);
        seen.Select(user => user.Id).Should().Equal(tenant.Emulator.Users.Select(user => user.Id));
        seen.Should().OnlyContain(user => user.UserPrincipalName != null && user.DisplayName == null);
        tenant.Emulator.Requests.Should().HaveCount(4, "25 users are 4 pages of 7");
    }

    [Fact]
    public async Task Users_IterationPausedByTheCaller_GoesOnWhereItStopped()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        UserCollectionResponse first =
            (await tenant.App.Users.GetAsync(request => request.QueryParameters.Top = 3))!;
        var seen = new List<string>();
        var pages = PageIterator<User, UserCollectionResponse>.CreatePageIterator(tenant.App, first, user =>
        {
            seen.Add(user.Id!);
            return seen.Count != 5;
        });

        await pages.IterateAsync();
        seen.Should().HaveCount(5);
        await pages.ResumeAsync();

        seen.Should().Equal(tenant.Emulator.Users.Select(user => user.Id));
    }

    [Fact]
    public async Task User_BySignInName_IsFound()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[4];

        User found = (await tenant.App.Users[user.UserPrincipalName].GetAsync())!;

        found.Id.Should().Be(user.Id);
        found.DisplayName.Should().Be(user.DisplayName);
        found.Mail.Should().Be(user.Mail);
    }

    [Fact]
    public async Task Users_ByFilterWithIn_AreThoseNamed()
    {
        await using SdkTenant tenant =
            await SdkTenant.StartAsync(options => options.AddUser("O'Hara", "o'hara@a.example"));
        string[] names = ["o''hara@a.example", tenant.Emulator.Users[4].UserPrincipalName.ToUpperInvariant(), "nobody"];

        UserCollectionResponse found = (await tenant.App.Users.GetAsync(request =>
            request.QueryParameters.Filter = $"userPrincipalName in ('{string.Join("','", names)}')"))!;

        found.Value!.Select(user => user.Id).Should().Equal(tenant.Emulator.Users[0].Id, tenant.Emulator.Users[4].Id);
    }

    [Fact]
    public async Task Users_ByFilterOfTooManyNames_AreRefused()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();

        ODataError error = await Errors.OfAsync(() => tenant.App.Users.GetAsync(request =>
            request.QueryParameters.Filter = $"id in ({string.Join(',', Enumerable.Repeat("'a'", 16))})"));

        error.Error!.Code.Should().Be("Request_UnsupportedQuery");
    }

    [Fact]
    public async Task GroupMembers_IteratedPageByPage_AreEverybodyInNestedGroups()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync(options => options.Users = 60);
        EmulatedGroup group = tenant.Emulator.Group("All Company");
        UserCollectionResponse first =
            (await tenant.App.Groups[group.Id].TransitiveMembers.GraphUser.GetAsync(request =>
            {
                request.QueryParameters.Count = true;
                request.QueryParameters.Top = 25;
                request.Headers.Add("ConsistencyLevel", "eventual");
            }))!;

        var seen = new List<User>();
        var pages = PageIterator<User, UserCollectionResponse>.CreatePageIterator(
            tenant.App,
            first,
            user =>
            {
                seen.Add(user);
                return true;
            },
            request =>
            {
                request.Headers.Add("ConsistencyLevel", "eventual");
                return request;
            });
        await pages.IterateAsync();

        first.OdataCount.Should().Be(group.AllMembers.Count);
        seen.Select(user => user.Id).Should().Equal(group.AllMembers.Select(user => user.Id));
    }

    [Fact]
    public async Task GroupMembers_WithoutTheHeader_AreRefused()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        string id = tenant.Emulator.Groups[0].Id;

        ODataError error = await Errors.OfAsync(() => tenant.App.Groups[id].TransitiveMembers.GraphUser.GetAsync());

        error.ResponseStatusCode.Should().Be(400);
        error.Error!.Code.Should().Be("Request_UnsupportedQuery");
    }

    [Fact]
    public async Task User_Unknown_IsNotFound()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();

        ODataError error = await Errors.OfAsync(() => tenant.App.Users["nobody@contoso.example"].GetAsync());

        error.ResponseStatusCode.Should().Be(404);
        error.Error!.Code.Should().Be("Request_ResourceNotFound");
    }
}
