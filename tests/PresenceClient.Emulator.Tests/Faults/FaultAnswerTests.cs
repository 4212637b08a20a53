using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Faults;

/// <summary>What a fault makes of an answer, and what becomes of the work.</summary>
public sealed class FaultAnswerTests
{
    [Theory]
    [InlineData(401, "InvalidAuthenticationToken")]
    [InlineData(404, "NotFound")]
    [InlineData(403, "Forbidden")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(500, "InternalServerError")]
    [InlineData(502, "BadGateway")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(504, "GatewayTimeout")]
    public async Task Status_OfAnError_HasABodyOfGraphsForm(int status, string code)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.Status(status, "7"));

        Answer answer = await ReadAsync(tenant);

        answer.ShouldBeError(status, code);
        answer.Headers.GetValues("Retry-After").Should().Equal("7");
        answer.ContentHeaders.ContentLength.Should().Be(answer.Text.Length);
        JsonElement inner = answer.Json.GetProperty("error").GetProperty("innerError");
        inner.GetProperty("request-id").GetString().Should().Be(answer.Headers.GetValues("request-id").Single());
    }

    [Fact]
    public async Task Status_403_HasTheObservedEmptyMessage()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.Status(403));

        (await ReadAsync(tenant)).ErrorMessage.Should().BeEmpty();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(304)]
    public async Task Status_OfNoError_HasNoBody(int status)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(
            EmulatorFault.Status(status) with { Body = status == 200 ? null : "HTTP allows none here" });

        Answer answer = await ReadAsync(tenant);

        answer.Status.Should().Be(status);
        answer.Text.Should().BeEmpty();
    }

    [Fact]
    public async Task Throttle_SaysWhenInEachForm()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatorFault[] faults =
        [
            EmulatorFault.Throttle(TimeSpan.FromSeconds(10)),
            EmulatorFault.Throttle(TimeSpan.FromSeconds(2.128)),
            EmulatorFault.Throttle(TestTenant.Start.AddSeconds(9.2)),
        ];
        foreach (EmulatorFault fault in faults)
        {
            tenant.Emulator.InjectFault(fault with { Times = 1 });
        }

        string[] values = [await RetryAfterAsync(), await RetryAfterAsync(), await RetryAfterAsync()];

        values.Should().Equal("10", "2.128", "Mon, 07 Sep 2026 09:00:10 GMT");
        (await ReadAsync(tenant)).Status.Should().Be(200);

        async Task<string> RetryAfterAsync()
        {
            Answer answer = await ReadAsync(tenant);
            answer.ShouldBeError(429, "TooManyRequests", "Please retry again later.");
            return answer.Headers.NonValidated["Retry-After"].ToString();
        }
    }

    [Fact]
    public async Task HeadersAndBody_AreSentAsGiven()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(new EmulatorFault
        {
            StatusCode = 503,
            Headers = new Dictionary<string, string> { ["content-type"] = "text/html", ["X-Proxy"] = "cache1" },
            Body = "<html>Down für heute</html>",
        });

        Answer answer = await ReadAsync(tenant);

        answer.Status.Should().Be(503);
        answer.Text.Should().Be("<html>Down für heute</html>");
        answer.ContentHeaders.ContentType!.MediaType.Should().Be("text/html");
        answer.Headers.GetValues("X-Proxy").Should().Equal("cache1");
    }

    [Fact]
    public async Task MalformedJson_BreaksOffThoughTheMessageIsWhole()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.MalformedJson());

        Answer answer = await ReadAsync(tenant);

        answer.Status.Should().Be(200);
        answer.Invoking(it => it.Json).Should().Throw<JsonException>();
        answer.ContentHeaders.ContentType!.MediaType.Should().Be("application/json");
    }

    [Fact]
    public async Task WrongContentType_LeavesTheBody()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string right = (await ReadAsync(tenant)).Text;
        tenant.Emulator.InjectFault(EmulatorFault.WrongContentType());

        Answer answer = await ReadAsync(tenant);

        answer.ContentHeaders.ContentType!.ToString().Should().Be("text/html");
        answer.Text.Should().Be(right);
    }

    [Theory]
    [InlineData(null, "Offline/Offline")]
    [InlineData(false, "Offline/Offline")]
    [InlineData(true, "Busy/InACall")]
    public async Task Status_WorkIsDoneOnlyIfTheFaultSaysSo(bool? takesEffect, string pair)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        using (tenant.Emulator.InjectFault(EmulatorFault.Status(504) with { TakesEffect = takesEffect }))
        {
            Answer answer = await tenant.PostAsync(
                $"users/{user.Id}/presence/setPresence", tenant.SessionBody("Busy", "InACall"));
            answer.ShouldBeError(504, "GatewayTimeout");
        }

        (await tenant.ReadAsync(user)).Pair.Should().Be(pair);
    }

    [Fact]
    public async Task Damage_OfAnAnswer_LeavesTheWorkDone()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        using (tenant.Emulator.InjectFault(EmulatorFault.WrongContentType()))
        {
            await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Busy", "InACall"));
        }

        (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/InACall");
    }

    [Fact]
    public async Task Damage_OfARefusal_IsItsDamage()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.WrongContentType());

        Answer answer = await tenant.GetAsync("groups");

        answer.ShouldBeError(400, "BadRequest");
        answer.ContentHeaders.ContentType!.MediaType.Should().Be("text/html");
    }

    private static Task<Answer> ReadAsync(TestTenant tenant) => tenant.ReadAsync(tenant.Emulator.Users[0]);
}
