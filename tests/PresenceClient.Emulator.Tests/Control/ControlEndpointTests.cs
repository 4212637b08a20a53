using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Control;

public sealed class ControlEndpointTests
{
    [Fact]
    public async Task Tenant_ListsItsApplicationsInTheOrderOfTheirMaking()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedApplication second = tenant.Emulator.AddApplication("Presence.Read.All");

        JsonElement json = (await tenant.GetAsync("/_emulator")).Json;

        json.GetProperty("tenantId").GetString().Should().Be(tenant.Emulator.TenantId);
        json.GetProperty("now").GetDateTimeOffset().Should().Be(TestTenant.Start);
        JsonElement apps = json.GetProperty("apps");
        apps.EnumerateArray().Select(app => app.GetProperty("clientId").GetString()).Should()
            .Equal(tenant.AppId, second.ClientId);
        apps[0].GetProperty("clientSecret").GetString().Should().Be(tenant.Emulator.Application.ClientSecret);
        apps[0].GetProperty("roles").EnumerateArray().Select(role => role.GetString()).Should()
            .Equal("Presence.ReadWrite.All", "User.ReadBasic.All");
        apps[1].GetProperty("roles").EnumerateArray().Select(role => role.GetString()).Should()
            .Equal("Presence.Read.All");
    }

    [Fact]
    public async Task Users_AreAllOfThemInTheOrderOfTheirMaking()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 1_200);

        JsonElement value = (await tenant.GetAsync("/_emulator/users")).Json.GetProperty("value");

        value.EnumerateArray().Select(user => user.GetProperty("id").GetString()).Should()
            .Equal(tenant.Emulator.Users.Select(user => user.Id));
        value[5].GetProperty("displayName").GetString().Should().Be(tenant.Emulator.Users[5].DisplayName);
        value[5].GetProperty("userPrincipalName").GetString().Should().Be(tenant.Emulator.Users[5].UserPrincipalName);
    }

    [Theory]
    [InlineData("POST", "/_emulator", 405)]
    [InlineData("GET", "/_emulator/nothing", 404)]
    public async Task AnythingElse_IsRefused(string method, string path, int status)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.SendAsync(new HttpMethod(method), path, null, null);

        answer.Status.Should().Be(status);
        answer.Text.Should().BeEmpty();
    }
}
