using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using PresenceClient.Emulator.GraphSdk.Tests.Doors;

namespace PresenceClient.Emulator.GraphSdk.Tests;

/// <summary>Every write that the SDK has, by each of its three ways to it.</summary>
public sealed class WritesTests
{
    public static TheoryData<string> Doors => PresenceDoor.Names;

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task SetPresence_Available_FadesAndExpires(string door)
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        await PresenceDoor.Open(door, tenant, user).SetAsync("Available", "Available", TimeSpan.FromHours(1));

        (await tenant.LookAsync(user)).Should().Be("Available/Available");
        tenant.Clock.Advance(TimeSpan.FromMinutes(5));
        (await tenant.LookAsync(user)).Should().Be("Available/AvailableInactive");
        tenant.Clock.Advance(TimeSpan.FromMinutes(5));
        (await tenant.LookAsync(user)).Should().Be("Away/Away");
        tenant.Clock.Advance(TimeSpan.FromMinutes(50));
        (await tenant.LookAsync(user)).Should().Be("Offline/Offline");
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task SetPresence_WithoutDuration_LastsFiveMinutes(string door)
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        await PresenceDoor.Open(door, tenant, user).SetAsync("DoNotDisturb", "Presenting");

        tenant.Clock.Advance(TimeSpan.FromSeconds(299));
        (await tenant.LookAsync(user)).Should().Be("DoNotDisturb/Presenting");
        tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        (await tenant.LookAsync(user)).Should().Be("Offline/Offline");
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task ClearPresence_OfTheOnlySession_LeavesOfflineAndThenIsNotFound(string door)
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        var presence = PresenceDoor.Open(door, tenant, user);
        await presence.SetAsync("Busy", "InACall");

        await presence.ClearAsync();
        (await tenant.LookAsync(user)).Should().Be("Offline/Offline");
        Func<Task> again = presence.ClearAsync;

        ODataError error = (await again.Should().ThrowAsync<ODataError>()).Which;
        error.ResponseStatusCode.Should().Be(404);
        error.Error!.Code.Should().Be("NotFound");
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task SetUserPreferredPresence_WithASession_ShowsUntilItIsCleared(string door)
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        var presence = PresenceDoor.Open(door, tenant, user);
        await presence.PreferAsync("BeRightBack", "BeRightBack", TimeSpan.FromHours(2));
        (await tenant.LookAsync(user)).Should().Be("Offline/Offline", "a preference needs a session");

        await presence.SetAsync("Busy", "InAConferenceCall");
        (await tenant.LookAsync(user)).Should().Be("BeRightBack/BeRightBack");
        await presence.ClearPreferredAsync();
        (await tenant.LookAsync(user)).Should().Be("Busy/InAConferenceCall");

        await presence.Invoking(p => p.ClearPreferredAsync()).Should().NotThrowAsync("it may be cleared twice");
    }

    [Theory]
    [InlineData("me", "Busy", "Busy", 1)]
    [InlineData("users", "DoNotDisturb", "DoNotDisturb", 1)]
    [InlineData("communications", "Offline", "OffWork", 7)]
    public async Task SetUserPreferredPresence_WithoutDuration_LastsForTheDocumentedDays(
        string door, string availability, string activity, int days)
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.BecomeAvailable();

        await PresenceDoor.Open(door, tenant, user).PreferAsync(availability, activity);

        tenant.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromSeconds(1));
        (await tenant.LookAsync(user)).Should().Be($"{availability}/{activity}");
        tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        (await tenant.LookAsync(user)).Should().Be("Available/Available");
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task SetStatusMessage_WithExpiry_IsReadBackInUtcByItsOwner(string door)
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        var expiry = new DateTimeTimeZone { DateTime = "2026-09-07T05:00:00", TimeZone = "Pacific Standard Time" };

        await PresenceDoor.Open(door, tenant, user).SetStatusAsync("At the dentist's", expiry);

        PresenceStatusMessage own = (await PresenceDoor.Open("me", tenant, user).GetAsync())!.StatusMessage!;
        own.Message!.Content.Should().Be("At the dentist's");
        own.Message.ContentType.Should().Be(BodyType.Text);
        own.PublishedDateTime.Should().Be(tenant.Clock.GetUtcNow());
        own.ExpiryDateTime!.DateTime.Should().Be("2026-09-07T12:00:00.0000000");
        own.ExpiryDateTime.TimeZone.Should().Be("UTC");
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task SetStatusMessage_SeenByOthers_IsTheTextAloneUntilItExpires(string door)
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        var expiry = new DateTimeTimeZone { DateTime = "2026-09-07T10:00:00", TimeZone = "UTC" };
        await PresenceDoor.Open(door, tenant, user).SetStatusAsync("Back at ten", expiry);
        var others = PresenceDoor.Open("users", tenant, user);

        PresenceStatusMessage seen = (await others.GetAsync())!.StatusMessage!;
        tenant.Clock.Advance(TimeSpan.FromHours(1));
        Presence later = (await others.GetAsync())!;

        seen.Message!.Content.Should().Be("Back at ten");
        seen.ExpiryDateTime.Should().BeNull();
        seen.PublishedDateTime.Should().BeNull();
        later.StatusMessage.Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task SetStatusMessage_EmptyText_TakesItAway(string door)
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.SetStatusMessage("Reading");
        var presence = PresenceDoor.Open(door, tenant, user);

        await presence.SetStatusAsync("");

        (await presence.GetAsync())!.StatusMessage.Should().BeNull();
    }
}
