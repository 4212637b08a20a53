using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Control;

public sealed class RequestControlTests
{
    [Fact]
    public async Task Get_TellsWhatWasAsked_NewestLast()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[0];
        await tenant.GetAsync("me/presence?a=b", tenant.Emulator.SignIn(user));
        using (tenant.Emulator.InjectFault(EmulatorFault.Status(503)))
        {
            await tenant.GetAsync("groups");
        }

        JsonElement[] requests = await ReadAsync(tenant);

        RecordedRequest first = tenant.Emulator.Requests[0];
        requests.Should().HaveCount(2);
        requests[0].GetRawText().Should().Be(
            $$"""
            {"method":"GET","path":"/v1.0/me/presence","query":"?a=b","status":200,"application":"{{tenant.AppId}}",
            "user":"{{user.Id}}","time":"2026-09-07T09:00:00.0000000Z","requestId":"{{first.RequestId}}",
            "clientRequestId":null,"operation":"me.presence.get","known":true,"inBatch":false,"faulted":false}
            """.ReplaceLineEndings(""));
        requests[1].GetProperty("path").GetString().Should().Be("/v1.0/groups");
        requests[1].GetProperty("status").GetInt32().Should().Be(503);
        requests[1].GetProperty("known").GetBoolean().Should().BeFalse();
        requests[1].GetProperty("faulted").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task Get_ADroppedRequest_HasNoStatus()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using (tenant.Emulator.InjectFault(EmulatorFault.DropConnection()))
        {
            await tenant.Awaiting(it => it.GetAsync("users")).Should().ThrowAsync<HttpRequestException>();
        }

        (await ReadAsync(tenant)).Single().GetProperty("status").ValueKind.Should().Be(JsonValueKind.Null);
        tenant.Emulator.Requests.Single().ToString().Should().Be("GET /v1.0/users → no answer");
    }

    [Fact]
    public async Task Delete_ForgetsThem()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        await tenant.GetAsync("users");

        await tenant.SendAsync(HttpMethod.Delete, "/_emulator/requests", null, null);

        (await ReadAsync(tenant)).Should().BeEmpty();
    }

    private static async Task<JsonElement[]> ReadAsync(TestTenant tenant) =>
        [.. (await tenant.GetAsync("/_emulator/requests")).Json.GetProperty("value").EnumerateArray()];
}
