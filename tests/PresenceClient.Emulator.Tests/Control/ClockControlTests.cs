using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Control;

public sealed class ClockControlTests
{
    [Fact]
    public async Task Clock_Advance_MovesTheTenantsTime()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync("/_emulator/clock", """{ "advance": "PT5M" }""");

        answer.Status.Should().Be(200);
        answer.Json.GetProperty("now").GetDateTimeOffset().Should().Be(TestTenant.Start.AddMinutes(5));
        JsonElement tenantNow = (await tenant.GetAsync("/_emulator")).Json.GetProperty("now");
        tenantNow.GetDateTimeOffset().Should().Be(TestTenant.Start.AddMinutes(5));
    }

    [Theory]
    [InlineData("""{ "advance": "-PT5M" }""", "out of range")]
    [InlineData("""{ "advance": "P367D" }""", "out of range")]
    [InlineData("""{ "advance": "5 minutes" }""", "ISO 8601")]
    [InlineData("""{ "advance": 5 }""", "ISO 8601")]
    [InlineData("{}", "ISO 8601")]
    [InlineData("[]", "JSON object")]
    [InlineData("""{ "advance": "PT1S", "x": 1 }""", "'x' is not a field")]
    public async Task Clock_WhatItCannotDo_IsRefusedInWords(string body, string part)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync("/_emulator/clock", body);

        answer.Status.Should().Be(400);
        answer.Json.GetProperty("error").GetString().Should().Contain(part);
        tenant.Emulator.UtcNow.Should().Be(TestTenant.Start);
    }

    [Fact]
    public async Task Reset_OverHttp_IsTheTenantsReset()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string before = (await tenant.ReadAsync(tenant.Emulator.Users[0])).Text;
        tenant.BlankUser();
        tenant.Emulator.Advance(TimeSpan.FromHours(1));

        (await tenant.PostAsync("/_emulator/reset")).ShouldBeDone();

        (await tenant.ReadAsync(tenant.Emulator.Users[0])).Text.Should().Be(before);
        tenant.Emulator.UtcNow.Should().Be(TestTenant.Start);
    }
}
