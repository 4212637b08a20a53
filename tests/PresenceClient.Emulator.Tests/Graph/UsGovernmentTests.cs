using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Graph;

/// <summary>A tenant whose cloud has a smaller schema.</summary>
public sealed class UsGovernmentTests
{
    private static readonly string[] Properties = ["id", "availability", "activity", "statusMessage"];

    [Fact]
    public async Task Reads_HaveTheSchemasPropertiesAlone()
    {
        await using TestTenant tenant = await StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.SetScheduledLocation("office");
        string body = JsonSerializer.Serialize(new { ids = new[] { user.Id, Guid.Empty.ToString() } });

        JsonElement one = (await tenant.ReadAsync(user)).Json;
        JsonElement many = (await tenant.PostAsync("communications/getPresencesByUserId", body)).Json;

        Names(one).Should().Equal(["@odata.context", .. Properties]);
        many.GetProperty("value").EnumerateArray().Should().HaveCount(2)
            .And.OnlyContain(entry => Names(entry).SequenceEqual(Properties));
    }

    [Theory]
    [InlineData("workLocation")]
    [InlineData("id,sequenceNumber")]
    [InlineData("OutOfOfficeSettings")]
    public async Task Select_WhatTheSchemaLacks_IsRefused(string select)
    {
        await using TestTenant tenant = await StartAsync();
        string path = $"users/{tenant.Emulator.Users[0].Id}/presence?$select=";

        (await tenant.GetAsync(path + select)).Status.Should().Be(400);
        Names((await tenant.GetAsync(path + "id,statusMessage")).Json).Should()
            .Equal("@odata.context", "id", "statusMessage");
    }

    [Theory]
    [InlineData("setManualLocation")]
    [InlineData("setAutomaticLocation")]
    [InlineData("clearLocation")]
    [InlineData("clearAutomaticLocation")]
    public async Task WorkLocations_AreNotServed(string action)
    {
        await using TestTenant tenant = await StartAsync();

        Answer answer = await tenant.PostAsync($"me/presence/{action}", """{ "workLocationType": "office" }""",
            tenant.Emulator.SignIn(tenant.Emulator.Users[0], "Presence.ReadWrite"));

        answer.ShouldBeError(405, "Request_BadRequest");
    }

    private static Task<TestTenant> StartAsync() => TestTenant.StartAsync(options => options.UsGovernment = true);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
