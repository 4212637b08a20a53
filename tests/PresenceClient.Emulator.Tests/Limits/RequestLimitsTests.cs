using System.Globalization;
using System.Text.Json;
using Azure.Core;
using PresenceClient.Emulator.Limits;
using PresenceClient.Emulator.Tests.Graph.Batch;

namespace PresenceClient.Emulator.Tests.Limits;

public sealed class RequestLimitsTests
{
    [Fact]
    public async Task Limit_OneTooMany_IsThe429OfTheDocumentation()
    {
        await using TestTenant tenant = await LimitedAsync(3);
        int[] before = await StatusesAsync(tenant, 3);
        tenant.Clock.Advance(TimeSpan.FromSeconds(20));

        Answer answer = await ReadAsync(tenant);

        before.Should().Equal(200, 200, 200);
        answer.Status.Should().Be(429);
        answer.Headers.GetValues("Retry-After").Should().Equal("10");
        answer.ContentHeaders.ContentType!.MediaType.Should().Be("application/json");
        string requestId = answer.Headers.GetValues("request-id").Single();
        const string start = """{"error":{"code":"TooManyRequests","innerError":{"code":"429",""";
        const string end = """
            "status":"429"},"message":"Please retry again later."}}
            """;
        answer.Text.Should().Be(
            $$"""{{start}}"date":"2026-09-07T09:00:20","message":"Please retry after","""
            + $$""" "request-id":"{{requestId}}",{{end}}""".TrimStart());
    }

    [Fact]
    public async Task Limit_AfterTheTimeInRetryAfter_LetsInAgain()
    {
        await using TestTenant tenant = await LimitedAsync(2);
        await StatusesAsync(tenant, 2);
        tenant.Clock.Advance(TimeSpan.FromSeconds(12));
        Answer refused = await ReadAsync(tenant);
        int wait = int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture);

        tenant.Clock.Advance(TimeSpan.FromSeconds(wait));

        wait.Should().Be(18, "the oldest of the last two is 12 seconds old");
        (await ReadAsync(tenant)).Status.Should().Be(200);
    }

    [Fact]
    public async Task Limit_WindowSlides()
    {
        await using TestTenant tenant = await LimitedAsync(2);
        (await ReadAsync(tenant)).Status.Should().Be(200);
        tenant.Clock.Advance(TimeSpan.FromSeconds(29));
        (await ReadAsync(tenant)).Status.Should().Be(200);
        tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        (await ReadAsync(tenant)).Status.Should().Be(200, "the first is 30 seconds old");

        Answer answer = await ReadAsync(tenant);

        answer.Status.Should().Be(429, "a fixed window would have begun anew");
        answer.Headers.GetValues("Retry-After").Should().Equal("30");
    }

    [Fact]
    public async Task Limit_RefusedRequests_CountToo()
    {
        await using TestTenant tenant = await LimitedAsync(2);
        await StatusesAsync(tenant, 2);
        tenant.Clock.Advance(TimeSpan.FromSeconds(15));
        int[] refused = await StatusesAsync(tenant, 2);
        tenant.Clock.Advance(TimeSpan.FromSeconds(29));
        int stillRefused = (await ReadAsync(tenant)).Status;
        tenant.Clock.Advance(TimeSpan.FromSeconds(30));

        refused.Should().Equal(429, 429);
        stillRefused.Should().Be(429, "those who ask while throttled wait longer");
        (await ReadAsync(tenant)).Status.Should().Be(200);
    }

    [Theory]
    [InlineData(RetryAfterForm.Seconds, "30")]
    [InlineData(RetryAfterForm.FractionalSeconds, "29.872")]
    [InlineData(RetryAfterForm.HttpDate, "Mon, 07 Sep 2026 09:00:30 GMT")]
    public async Task Limit_RetryAfter_ComesInEachForm(RetryAfterForm form, string value)
    {
        await using TestTenant tenant = await LimitedAsync(2, options => options.RetryAfterForm = form);
        await StatusesAsync(tenant, 2);
        tenant.Clock.Advance(TimeSpan.FromMilliseconds(128));

        Answer answer = await ReadAsync(tenant);

        answer.Headers.NonValidated["Retry-After"].ToString().Should().Be(value);
    }

    [Fact]
    public async Task Limit_IsForEachApplication()
    {
        await using TestTenant tenant = await LimitedAsync(1);
        TokenCredential other = tenant.Emulator.CreateCredential(tenant.Emulator.AddApplication("Presence.Read.All"));
        await ReadAsync(tenant);

        Answer mine = await ReadAsync(tenant);
        Answer others = await tenant.ReadAsync(tenant.Emulator.Users[0], other);
        Answer ofAUser = await tenant.GetAsync("me/presence", tenant.Emulator.SignIn(tenant.Emulator.Users[0]));

        mine.Status.Should().Be(429);
        others.Status.Should().Be(200);
        ofAUser.Status.Should().Be(429, "an application's users share its limit");
    }

    [Fact]
    public async Task Limit_IsForPresenceAlone_WhateverTheCallAnswers()
    {
        await using TestTenant tenant = await LimitedAsync(2);
        for (int i = 0; i < 5; i++)
        {
            (await tenant.GetAsync("users")).Status.Should().Be(200);
        }

        string clear = $"users/{tenant.Emulator.Users[0].Id}/presence/clearPresence";

        Answer bad = await tenant.PostAsync(clear);
        Answer bulk = await tenant.PostAsync("communications/getPresencesByUserId", """{ "ids": [] }""");
        Answer third = await tenant.PostAsync(clear);

        bad.Status.Should().Be(400);
        bulk.Status.Should().Be(200);
        third.Status.Should().Be(429, "the limit comes before the body");
    }

    [Fact]
    public async Task Limit_EachRequestOfABatch_Counts()
    {
        await using TestTenant tenant = await LimitedAsync(2);
        string path = $"/users/{tenant.Emulator.Users[0].Id}/presence";

        Answer answer = await tenant.BatchAsync(
            BatchCall.Get("1", path), BatchCall.Get("2", path), BatchCall.Get("3", path));

        answer.Status.Should().Be(200);
        answer.Responses().Select(response => response.Status()).Should().Equal(200, 200, 429);
        JsonElement third = answer.Response("3");
        third.Header("Retry-After").Should().Be("30");
        third.ErrorCode().Should().Be("TooManyRequests");
    }

    [Fact]
    public void Limit_Off_IsNone()
    {
        var limits = new RequestLimits(new PresenceEmulatorOptions { RequestLimit = null });

        Count(limits, 10_001).Should().OnlyContain(wait => wait == null);
    }

    [Fact]
    public void Limit_ByDefault_Is10000In30Seconds()
    {
        var limits = new RequestLimits(new PresenceEmulatorOptions());

        TimeSpan?[] waits = Count(limits, 10_001);

        waits[..^1].Should().OnlyContain(wait => wait == null);
        waits[^1].Should().Be(TimeSpan.FromSeconds(30));
    }

    private static TimeSpan?[] Count(RequestLimits limits, int requests) =>
        [.. Enumerable.Range(0, requests).Select(_ => limits.Count("app", TestTenant.Start.UtcDateTime))];

    private static Task<TestTenant> LimitedAsync(int limit, Action<PresenceEmulatorOptions>? configure = null) =>
        TestTenant.StartAsync(options =>
        {
            options.RequestLimit = limit;
            configure?.Invoke(options);
        });

    private static Task<Answer> ReadAsync(TestTenant tenant) => tenant.ReadAsync(tenant.Emulator.Users[0]);

    private static async Task<int[]> StatusesAsync(TestTenant tenant, int count)
    {
        int[] statuses = new int[count];
        for (int i = 0; i < count; i++)
        {
            statuses[i] = (await ReadAsync(tenant)).Status;
        }

        return statuses;
    }
}
