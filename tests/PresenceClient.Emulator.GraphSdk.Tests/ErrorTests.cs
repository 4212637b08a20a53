using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Communications.GetPresencesByUserId;
using Microsoft.Graph.Communications.Presences;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.Presence.ClearPresence;
using PresenceClient.Emulator.GraphSdk.Tests.Doors;

namespace PresenceClient.Emulator.GraphSdk.Tests;

public sealed class ErrorTests
{
    [Fact]
    public async Task SetPresence_TooShort_IsOutOfRange()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        var presence = PresenceDoor.Open("users", tenant, tenant.BlankUser());

        ODataError error = await Errors.OfAsync(
            () => presence.SetAsync("Available", "Available", TimeSpan.FromMinutes(4)));

        error.ShouldBe(400, "InvalidArgument", "The provided [ExpirationDuration] is out of range.");
    }

    [Fact]
    public async Task SetPresence_PairThatIsNotListed_IsInvalid()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        var presence = PresenceDoor.Open("users", tenant, tenant.BlankUser());

        ODataError error = await Errors.OfAsync(() => presence.SetAsync("Busy", "Busy"));

        error.ResponseStatusCode.Should().Be(400);
        error.Error!.Code.Should().Be("InvalidArgument");
    }

    [Fact]
    public async Task ClearPresence_WithoutSessionId_IsAskedForIt()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        ODataError error = await Errors.OfAsync(() =>
            tenant.App.Users[user.Id].Presence.ClearPresence.PostAsync(new ClearPresencePostRequestBody()));

        error.ShouldBe(400, "InvalidArgument", "[SessionId]: The SessionId field is required.");
    }

    [Fact]
    public async Task GetPresencesByUserId_OneIdTooMany_IsInvalid()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        List<string> ids = [.. Enumerable.Range(0, 651).Select(_ => tenant.Emulator.Users[0].Id)];

        ODataError error = await Errors.OfAsync(() => tenant.App.Communications.GetPresencesByUserId
            .PostAsGetPresencesByUserIdPostResponseAsync(new GetPresencesByUserIdPostRequestBody { Ids = ids }));

        error.ResponseStatusCode.Should().Be(400);
        error.Error!.Code.Should().Be("InvalidArgument");
    }

    [Fact]
    public async Task Call_WithoutThePermission_IsForbiddenInNoWords()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        GraphServiceClient powerless = tenant.As(tenant.Emulator.CreateCredential(tenant.Emulator.AddApplication()));

        ODataError error = await Errors.OfAsync(
            () => powerless.Users[tenant.Emulator.Users[0].Id].Presence.GetAsync());

        error.ShouldBe(403, "Forbidden", "");
    }

    [Fact]
    public async Task SetPresence_OfAnotherUser_IsUnauthorized()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser self = tenant.Emulator.Users[0];
        var other = new UserDoor(tenant.As(self), tenant.Emulator.Users[1].Id, tenant.AppId);

        ODataError error = await Errors.OfAsync(() => other.SetAsync("Away", "Away"));

        error.ResponseStatusCode.Should().Be(401);
        error.Error!.Message.Should().StartWith("Cannot set the presence of another user. Authenticated user: ");
    }

    [Fact]
    public async Task Me_AsAnApplication_NeedsADelegatedToken()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();

        ODataError error = await Errors.OfAsync(() => tenant.App.Me.Presence.GetAsync());

        error.ShouldBe(400, "BadRequest", "/me request is only valid with delegated authentication flow.");
    }

    [Fact]
    public async Task Call_WithAForgedToken_IsUnauthorized()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        TokenCredential forged = DelegatedTokenCredential.Create((_, _) =>
            new AccessToken("not.a.token", DateTimeOffset.MaxValue));

        ODataError error = await Errors.OfAsync(() => tenant.As(forged).Me.Presence.GetAsync());

        error.ResponseStatusCode.Should().Be(401);
        error.Error!.Code.Should().Be("InvalidAuthenticationToken");
    }

    [Fact]
    public async Task Error_InnerError_NamesTheRequest()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();

        ODataError error = await Errors.OfAsync(() => tenant.App.Users["nobody"].GetAsync());

        RecordedRequest request = tenant.Emulator.Requests.Should().ContainSingle().Which;
        error.Error!.InnerError!.RequestId.Should().Be(request.RequestId);
        error.Error.InnerError.ClientRequestId.Should().Be(request.ClientRequestId);
        error.ResponseHeaders["request-id"].Should().Equal(request.RequestId);
    }

    /// <summary>The SDK has these because its generator makes them for everything; no page has them.</summary>
    [Fact]
    public async Task WhatOnlyTheGeneratorMade_IsRefused()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        PresencesRequestBuilder presences = tenant.App.Communications.Presences;
        var presence = new Presence { Availability = "Busy", Activity = "Busy" };

        ODataError[] errors =
        [
            await Errors.OfAsync(() => presences.GetAsync()),
            await Errors.OfAsync(() => presences.Count.GetAsync()),
            await Errors.OfAsync(() => presences.PostAsync(presence)),
            await Errors.OfAsync(() => presences[user.Id].PatchAsync(presence)),
            await Errors.OfAsync(() => presences[user.Id].DeleteAsync()),
            await Errors.OfAsync(() => tenant.App.Users[user.Id].Presence.PatchAsync(presence)),
            await Errors.OfAsync(() => tenant.App.Users[user.Id].Presence.DeleteAsync()),
        ];

        errors.Should().OnlyContain(error => error.ResponseStatusCode >= 400 && error.ResponseStatusCode < 500);
        (await tenant.LookAsync(user)).Should().Be("Offline/Offline");
    }
}
