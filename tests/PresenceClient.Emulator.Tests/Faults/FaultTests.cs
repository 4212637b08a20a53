using PresenceClient.Emulator.Tests.Graph.Batch;

namespace PresenceClient.Emulator.Tests.Faults;

/// <summary>Which requests a fault hits.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("*", true)]
    [InlineData("/v1.0/users/*/presence", true)]
    [InlineData("/users/*/presence", true)]
    [InlineData("users/*/PRESENCE", true)]
    [InlineData("*/presence", true)]
    [InlineData("/users/*", true)]
    [InlineData("/me/presence", false)]
    [InlineData("/users", false)]
    [InlineData("/users/*/presenc", false)]
    public async Task Path_IsAPattern(string path, bool hit)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.Status(503) with { Path = path });

        (await ReadAsync(tenant)).Should().Be(hit ? 503 : 200);
    }

    [Theory]
    [InlineData(null, 503)]
    [InlineData("get", 503)]
    [InlineData("POST", 200)]
    public async Task Method_IgnoresCase(string? method, int status)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.Status(503) with { Method = method });

        (await ReadAsync(tenant)).Should().Be(status);
    }

    [Fact]
    public async Task SkipAndTimes_HitTheNthRequestsThatFit()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using InjectedFault fault = tenant.Emulator.InjectFault(
            EmulatorFault.Status(500) with { Path = "*/presence", Skip = 1, Times = 2 });
        await tenant.GetAsync("users");

        (await ReadAsync(tenant, 5)).Should().Equal(200, 500, 500, 200, 200);
        fault.Hits.Should().Be(2);
    }

    [Fact]
    public async Task Probability_IsOfTheSeed()
    {
        int[] one = await ReadAsync(seed: 1);
        int[] again = await ReadAsync(seed: 1);
        int[] two = await ReadAsync(seed: 2);

        again.Should().Equal(one).And.NotEqual(two);
        one.Count(status => status == 503).Should().BeInRange(30, 70, "half of 100");

        static async Task<int[]> ReadAsync(int seed)
        {
            await using TestTenant tenant = await TestTenant.StartAsync(options => options.Seed = seed);
            tenant.Emulator.InjectFault(EmulatorFault.Status(503) with { Probability = 0.5 });
            return await FaultTests.ReadAsync(tenant, 100);
        }
    }

    [Fact]
    public async Task Probability_Zero_HitsNothing()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.Status(503) with { Probability = 0 });

        (await ReadAsync(tenant, 20)).Should().OnlyContain(status => status == 200);
    }

    [Fact]
    public async Task Duration_IsOfTheTenantsClock()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.Status(503) with { Duration = TimeSpan.FromMinutes(1) });

        tenant.Clock.Advance(TimeSpan.FromSeconds(59));
        int before = await ReadAsync(tenant);
        tenant.Emulator.Advance(TimeSpan.FromSeconds(1));

        before.Should().Be(503);
        (await ReadAsync(tenant)).Should().Be(200);
    }

    [Fact]
    public async Task Dispose_EndsThisFaultAlone()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        InjectedFault first = tenant.Emulator.InjectFault(EmulatorFault.Status(502));
        using InjectedFault second = tenant.Emulator.InjectFault(EmulatorFault.Status(504));

        int both = await ReadAsync(tenant);
        first.Dispose();
        first.Dispose();
        int one = await ReadAsync(tenant);

        (both, one).Should().Be((502, 504), "the first injected that fits is met, and one alone");
        (first.Hits, second.Hits).Should().Be((1, 1));
        first.Fault.StatusCode.Should().Be(502);
    }

    [Fact]
    public async Task ClearFaults_EndsAll()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.Status(502));
        tenant.Emulator.InjectFault(EmulatorFault.Status(504));

        tenant.Emulator.ClearFaults();

        (await ReadAsync(tenant)).Should().Be(200);
    }

    [Fact]
    public async Task Faults_AreThoseThatHaveNotBeenEnded()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatorFault once = EmulatorFault.Status(502) with { Times = 1 };
        tenant.Emulator.InjectFault(once);
        InjectedFault second = tenant.Emulator.InjectFault(EmulatorFault.Status(504));
        await ReadAsync(tenant, 2);

        tenant.Emulator.Faults.Select(fault => (fault.Fault, fault.Hits)).Should()
            .Equal((once, 1), (second.Fault, 1));
        tenant.Emulator.Faults[1].Dispose();
        tenant.Emulator.Faults.Should().ContainSingle("any handle ends the fault");
        (await ReadAsync(tenant)).Should().Be(200);
        tenant.Emulator.ClearFaults();
        tenant.Emulator.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task InjectFault_OfAnotherEmulator_DisturbsNobody()
    {
        await using TestTenant one = await TestTenant.StartAsync();
        await using TestTenant two = await TestTenant.StartAsync();
        one.Emulator.InjectFault(EmulatorFault.Status(503));

        (await ReadAsync(one)).Should().Be(503);
        (await ReadAsync(two)).Should().Be(200);
        two.Emulator.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task InBatch_StatusHitsTheRequest_AndTheEnvelopeStays()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string path = $"/users/{tenant.Emulator.Users[0].Id}/presence";
        tenant.Emulator.InjectFault(
            EmulatorFault.Throttle(TimeSpan.FromSeconds(2.128)) with { Path = "*/presence", Skip = 1, Times = 1 });

        Answer answer = await tenant.BatchAsync(
            BatchCall.Get("1", path), BatchCall.Get("2", path), BatchCall.Get("3", path));

        answer.Responses().Select(response => response.Status()).Should().Equal(200, 429, 200);
        answer.Response("2").Header("Retry-After").Should().Be("2.128");
        answer.Response("2").ErrorCode().Should().Be("TooManyRequests");
    }

    [Fact]
    public async Task InBatch_WhatIsOfTheConnection_PassesTheRequestsBy()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using InjectedFault fault = tenant.Emulator.InjectFault(EmulatorFault.DropConnection() with { Skip = 1 });

        Answer answer = await tenant.BatchAsync(BatchCall.Get("1", "/users"));

        answer.Response("1").Status().Should().Be(200);
        fault.Hits.Should().Be(0);
    }

    [Fact]
    public async Task InBatch_BodyThatIsNoJson_IsBase64()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(
            EmulatorFault.WrongContentType("text/plain") with { Path = "/users", Body = "hello", StatusCode = 203 });

        Answer answer = await tenant.BatchAsync(BatchCall.Get("1", "/users"));

        answer.Response("1").GetRawText().Should()
            .Be("""{"id":"1","status":203,"headers":{"Content-Type":"text/plain"},"body":"aGVsbG8="}""");
    }

    private static async Task<int> ReadAsync(TestTenant tenant) =>
        (await tenant.ReadAsync(tenant.Emulator.Users[0])).Status;

    private static async Task<int[]> ReadAsync(TestTenant tenant, int times)
    {
        int[] statuses = new int[times];
        for (int i = 0; i < times; i++)
        {
            statuses[i] = await ReadAsync(tenant);
        }

        return statuses;
    }
}
