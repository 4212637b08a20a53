namespace PresenceClient.Emulator.Tests.Control;

public sealed class TenantControlTests
{
    [Fact]
    public async Task PostApps_MakesAnApplicationWithTheRoles()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync("/_emulator/apps", """{ "roles": ["Presence.Read.All"] }""");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = answer.Json.GetProperty("clientId").GetString()!,
            ["client_secret"] = answer.Json.GetProperty("clientSecret").GetString()!,
            ["scope"] = "https://graph.microsoft.com/.default",
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{tenant.Emulator.TenantId}/oauth2/v2.0/token")
        {
            Content = form,
        };
        Answer token = await tenant.SendAsync(request);

        answer.Status.Should().Be(201);
        answer.Json.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).Should()
            .Equal("Presence.Read.All");
        token.Status.Should().Be(200);
    }

    [Theory]
    [InlineData("", 201)]
    [InlineData("{}", 201)]
    [InlineData("""{ "roles": "Presence.Read.All" }""", 400)]
    [InlineData("""{ "roles": [1] }""", 400)]
    [InlineData("""{ "roles": [" "] }""", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{ "role": ["Presence.Read.All"] }""", 400)]
    public async Task PostApps_WithoutRoles_IsFine_ButNotWithSomethingElse(string body, int status)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync("/_emulator/apps", body);

        answer.Status.Should().Be(status);
        if (status == 400)
        {
            answer.Json.GetProperty("error").GetString().Should().NotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task PostReset_LeavesNothingOfFaultsRequestsLimitsAndApplications()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.RequestLimit = 1);
        EmulatedUser user = tenant.Emulator.Users[0];
        EmulatedApplication added = tenant.Emulator.AddApplication("Presence.Read.All");
        await tenant.ReadAsync(user);
        tenant.Emulator.InjectFault(EmulatorFault.Status(503) with { Probability = 0.5 });

        Answer answer = await tenant.PostAsync("/_emulator/reset");

        answer.Status.Should().Be(200);
        tenant.Emulator.Requests.Should().BeEmpty();
        (await tenant.ReadAsync(user)).Status.Should().Be(200, "neither fault nor limit is left");
        (await tenant.GetAsync("/_emulator")).Json.GetProperty("apps").EnumerateArray().Should().ContainSingle();
        tenant.Emulator.AddApplication("Presence.Read.All").ClientId.Should().Be(added.ClientId, "as at the start");
    }

    [Fact]
    public async Task Reset_ChancesOfFaults_BeginAsAtTheStart()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatorFault half = EmulatorFault.Status(503) with { Probability = 0.5 };
        tenant.Emulator.InjectFault(half);
        int[] before = await ReadAsync(tenant);

        tenant.Emulator.Reset();
        tenant.Emulator.InjectFault(half);

        (await ReadAsync(tenant)).Should().Equal(before);
    }

    private static async Task<int[]> ReadAsync(TestTenant tenant)
    {
        int[] statuses = new int[32];
        for (int i = 0; i < statuses.Length; i++)
        {
            statuses[i] = (await tenant.GetAsync("users")).Status;
        }

        return statuses;
    }
}
