using System.Net;
using PresenceClient.Emulator;
using PresenceService.Endpoints;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Endpoints;

public sealed class PresenceEndpointsTests
{
    [Fact]
    public async Task Get_OneUser_IsWhatTheTenantShows()
    {
        await using TestService service = await TestService.StartAsync();
        EmulatedUser user = service.Contoso.Users[0];
        user.JoinCall();

        (await service.ReadAsync("contoso", user.Id)).Should().Be(new PresenceAnswer(user.Id, "Busy", "InACall"));
    }

    [Fact]
    public async Task Get_ManyUsers_AreInTheOrderAsked()
    {
        await using TestService service = await TestService.StartAsync();
        string[] ids = [.. service.Contoso.Users.Select(user => user.Id).Reverse()];

        PresencesAnswer? answer = await service.ReadManyAsync("contoso", ids);

        answer!.Presences.Select(presence => presence.Id).Should().Equal(ids);
        answer.Missing.Should().BeEmpty();
        service.Contoso.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Preferred_PutAndDeleted_ShowsAndGoes()
    {
        await using TestService service = await TestService.StartAsync();
        EmulatedUser user = service.Contoso.Users[0];
        user.JoinCall();

        await service.PutAsync("contoso", user.Id, """{"presence":"BeRightBack","duration":"01:00:00"}""");
        PresenceAnswer? preferred = await service.ReadAsync("contoso", user.Id);
        await service.DeleteAsync("contoso", user.Id);
        PresenceAnswer? cleared = await service.ReadAsync("contoso", user.Id);

        preferred!.Activity.Should().Be("BeRightBack");
        cleared!.Activity.Should().Be("InACall");
    }

    [Fact]
    public async Task Preferred_WithoutDuration_IsForTheUsualTime()
    {
        await using TestService service = await TestService.StartAsync();
        EmulatedUser user = service.Contoso.Users[0];
        user.JoinCall();

        await service.PutAsync("contoso", user.Id, """{"presence":"DoNotDisturb"}""");

        (await service.ReadAsync("contoso", user.Id))!.Activity.Should().Be("DoNotDisturb");
    }

    [Fact]
    public async Task UnknownUser_ReadIsUnknown_AndWriteIsNotFound()
    {
        const string Nobody = "11111111-1111-4111-8111-111111111111";
        await using TestService service = await TestService.StartAsync();
        var unknown = new PresenceAnswer(Nobody, "PresenceUnknown", "PresenceUnknown");

        (await service.ReadAsync("contoso", Nobody)).Should().Be(unknown);
        (await service.ReadManyAsync("contoso", Nobody))!.Presences.Should().Equal(unknown);
        await service.ShouldFailAsync(
            HttpStatusCode.NotFound, $"/contoso/presence/{Nobody}/preferred", HttpMethod.Delete);
    }

    [Fact]
    public async Task Tenants_AtTheSameTime_AreNotMixedUp()
    {
        await using TestService service = await TestService.StartAsync();
        foreach (EmulatedUser user in service.Contoso.Users)
        {
            user.JoinCall();
        }

        foreach (EmulatedUser user in service.Fabrikam.Users)
        {
            user.StartPresenting();
        }

        PresenceAnswer?[][] answers = await Task.WhenAll(
            Task.WhenAll(service.Contoso.Users.Select(user => service.ReadAsync("contoso", user.Id))),
            Task.WhenAll(service.Fabrikam.Users.Select(user => service.ReadAsync("fabrikam", user.Id))));

        answers[0].Should().OnlyContain(answer => answer!.Activity == "InACall");
        answers[1].Should().OnlyContain(answer => answer!.Activity == "Presenting");
        service.Contoso.Requests.Should().NotContain(request => request.Status != 200);
    }
}
