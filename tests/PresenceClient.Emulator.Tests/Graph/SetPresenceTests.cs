namespace PresenceClient.Emulator.Tests.Graph;

public sealed class SetPresenceTests
{
    [Theory]
    [InlineData("Available", "Available")]
    [InlineData("Busy", "InACall")]
    [InlineData("Busy", "InAConferenceCall")]
    [InlineData("Away", "Away")]
    [InlineData("DoNotDisturb", "Presenting")]
    public async Task SetPresence_LegalPair_IsShown(string availability, string activity)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody(availability, activity));

        (await tenant.ReadAsync(user)).Pair.Should().Be($"{availability}/{activity}");
    }

    [Theory]
    [InlineData("Busy", "Busy")]
    [InlineData("DoNotDisturb", "DoNotDisturb")]
    [InlineData("Offline", "OffWork")]
    [InlineData("BeRightBack", "BeRightBack")]
    [InlineData("Busy", "InAMeeting")]
    [InlineData("busy", "inACall")]
    public async Task SetPresence_AnyOtherPair_IsRefused(string availability, string activity)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        Answer answer = await PostAsync(tenant, user, tenant.SessionBody(availability, activity));

        answer.ShouldBeError(400, "InvalidArgument");
        (await tenant.ReadAsync(user)).Pair.Should().Be("Offline/Offline");
    }

    [Fact]
    public async Task SetPresence_OtherCasingWithOption_IsShownAsDocumented()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.IgnoreCaseOfValues = true);
        EmulatedUser user = tenant.BlankUser();

        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("busy", "inACall"));

        (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/InACall");
    }

    [Theory]
    [InlineData("PT4M59S")]
    [InlineData("PT4H0M1S")]
    [InlineData("PT0S")]
    [InlineData("-PT5M")]
    [InlineData("P1D")]
    public async Task SetPresence_DurationOutsideFiveMinutesToFourHours_IsRefused(string duration)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await PostAsync(
            tenant, tenant.BlankUser(), tenant.SessionBody("Available", "Available", duration));

        answer.ShouldBeError(400, "InvalidArgument", "The provided [ExpirationDuration] is out of range.");
    }

    [Theory]
    [InlineData("1h")]
    [InlineData("P1W")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("P99999999999999D")]
    public async Task SetPresence_NoDuration_IsRefused(string duration)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await PostAsync(
            tenant, tenant.BlankUser(), tenant.SessionBody("Available", "Available", duration));

        answer.ShouldBeError(400, "InvalidArgument", "The provided [ExpirationDuration] is not valid.");
    }

    [Theory]
    [InlineData("PT5M", 5)]
    [InlineData("PT300S", 5)]
    [InlineData("PT4H", 240)]
    [InlineData(null, 5)]
    public async Task SetPresence_Duration_EndsTheSession(string? duration, int minutes)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Busy", "InACall", duration));

        tenant.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromTicks(1));
        Answer before = await tenant.ReadAsync(user);
        tenant.Clock.Advance(TimeSpan.FromTicks(1));
        Answer after = await tenant.ReadAsync(user);

        before.Pair.Should().Be("Busy/InACall");
        after.Pair.Should().Be("Offline/Offline");
    }

    [Theory]
    [InlineData("{}", "SessionId")]
    [InlineData("""{ "sessionId": "" }""", "SessionId")]
    [InlineData("""{ "sessionId": "ID" }""", "Availability")]
    [InlineData("""{ "sessionId": "ID", "availability": "Busy", "activity": null }""", "Activity")]
    public async Task SetPresence_MissingField_IsRefusedByItsName(string body, string field)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string sent = body.Replace("ID", tenant.AppId, StringComparison.Ordinal);

        Answer answer = await PostAsync(tenant, tenant.BlankUser(), sent);

        answer.ShouldBeError(400, "InvalidArgument", $"[{field}]: The {field} field is required.");
    }

    [Theory]
    [InlineData("""{ "sessionId": 5 }""", "InvalidArgument")]
    [InlineData("""
        { "sessionId": "ID", "availability": "Away", "activity": "Away", "expirationDuration": 300 }
        """, "InvalidArgument")]
    [InlineData("""[]""", "BadRequest")]
    [InlineData("""{ "sessionId": """, "BadRequest")]
    [InlineData("""{ "sessionId": "\ud800" }""", "BadRequest")]
    [InlineData("""{ "\udc00": 1, "sessionId": "ID" }""", "BadRequest")]
    public async Task SetPresence_MalformedBody_IsRefused(string body, string code)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string sent = body.Replace("ID", tenant.AppId, StringComparison.Ordinal);

        Answer answer = await PostAsync(tenant, tenant.BlankUser(), sent);

        answer.ShouldBeError(400, code);
    }

    [Fact]
    public async Task SetPresence_AnotherSessionId_IsRefusedUnlessAllowed()
    {
        string body = """{ "sessionId": "mine", "availability": "Away", "activity": "Away" }""";
        await using TestTenant strict = await TestTenant.StartAsync();
        await using TestTenant lax = await TestTenant.StartAsync(options => options.AcceptAnySessionId = true);
        EmulatedUser user = lax.BlankUser();

        Answer refused = await PostAsync(strict, strict.BlankUser(), body);
        await lax.WriteAsync(user, "setPresence", body);

        refused.ShouldBeError(400, "InvalidArgument");
        (await lax.ReadAsync(user)).Pair.Should().Be("Away/Away");
    }

    [Fact]
    public async Task SetPresence_UnknownUser_IsNotFound()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync(
            $"users/{Guid.Empty}/presence/setPresence", tenant.SessionBody("Away", "Away"));

        answer.ShouldBeError(404, "NotFound");
    }

    [Fact]
    public async Task SetPresence_UnderMe_SetsTheSignedInUser()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser(2);

        await tenant.WriteAsMeAsync(user, "setPresence", tenant.SessionBody("DoNotDisturb", "Presenting"));

        (await tenant.ReadAsync(user)).Pair.Should().Be("DoNotDisturb/Presenting");
    }

    private static Task<Answer> PostAsync(TestTenant tenant, EmulatedUser user, string body) =>
        tenant.PostAsync($"users/{user.Id}/presence/setPresence", body);
}
