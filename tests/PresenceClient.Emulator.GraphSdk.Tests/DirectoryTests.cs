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
    public async Task User_Unknown_IsNotFound()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();

        ODataError error = await Errors.OfAsync(() => tenant.App.Users["nobody@contoso.example"].GetAsync());

        error.ResponseStatusCode.Should().Be(404);
        error.Error!.Code.Should().Be("Request_ResourceNotFound");
    }
}
