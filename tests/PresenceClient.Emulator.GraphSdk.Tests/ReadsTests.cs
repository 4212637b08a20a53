using Microsoft.Graph.Communications.GetPresencesByUserId;
using Microsoft.Graph.Models;
using PresenceClient.Emulator.GraphSdk.Tests.Doors;

namespace PresenceClient.Emulator.GraphSdk.Tests;

public sealed class ReadsTests
{
    public static TheoryData<string> Doors => PresenceDoor.Names;

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Get_AUserInACall_HasEveryPropertyOfTheModel(string door)
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser(3);
        user.JoinCall();
        user.SetOutOfOffice("Back on Monday.");

        Presence presence = (await PresenceDoor.Open(door, tenant, user).GetAsync())!;

        presence.Id.Should().Be(user.Id);
        presence.Availability.Should().Be("Busy");
        presence.Activity.Should().Be("InACall");
        presence.OutOfOfficeSettings!.IsOutOfOffice.Should().BeTrue();
        presence.OutOfOfficeSettings.Message.Should().Be("Back on Monday.");
        presence.StatusMessage.Should().BeNull();
        presence.SequenceNumber.Should().MatchRegex("^A[0-9]{10}$");
    }

    [Theory]
    [InlineData("users")]
    [InlineData("communications")]
    public async Task Get_UnknownUser_IsPresenceUnknown(string door)
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        const string Nobody = "11111111-1111-4111-8111-111111111111";

        Presence presence = (door == "users"
            ? await tenant.App.Users[Nobody].Presence.GetAsync()
            : await tenant.App.Communications.Presences[Nobody].GetAsync())!;

        presence.Id.Should().Be(Nobody);
        presence.Availability.Should().Be("PresenceUnknown");
        presence.Activity.Should().Be("PresenceUnknown");
    }

    [Fact]
    public async Task GetPresencesByUserId_SixHundredFifty_AnswersEach()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync(options => options.Users = 700);
        tenant.BlankUser(649).StartPresenting();
        List<string> ids = [.. tenant.Emulator.Users.Take(650).Select(user => user.Id)];

        GetPresencesByUserIdPostResponse answer = (await tenant.App.Communications.GetPresencesByUserId
            .PostAsGetPresencesByUserIdPostResponseAsync(new GetPresencesByUserIdPostRequestBody { Ids = ids }))!;

        answer.Value!.Select(presence => presence.Id).Should().BeEquivalentTo(ids);
        answer.Value!.Single(presence => presence.Id == ids[^1]).Activity.Should().Be("Presenting");
        answer.OdataNextLink.Should().BeNull();
    }

    [Fact]
    public async Task GetPresencesByUserId_AsASignedInUser_AnswersForOthersToo()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        List<string> ids = [.. tenant.Emulator.Users.Select(user => user.Id)];

        GetPresencesByUserIdPostResponse answer = (await tenant.As(tenant.Emulator.Users[0], "Presence.Read.All")
            .Communications.GetPresencesByUserId
            .PostAsGetPresencesByUserIdPostResponseAsync(new GetPresencesByUserIdPostRequestBody { Ids = ids }))!;

        answer.Value.Should().HaveCount(10);
    }

    [Fact]
    public async Task Get_Once_IsOneRequestByTheApplication()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[0];

        await tenant.App.Users[user.Id].Presence.GetAsync();

        RecordedRequest request = tenant.Emulator.Requests.Should().ContainSingle().Which;
        request.ToString().Should().Be($"GET /v1.0/users/{user.Id}/presence → 200");
        request.ApplicationId.Should().Be(tenant.AppId);
        request.ClientRequestId.Should().NotBeNull("the SDK gives every request an id");
    }
}
