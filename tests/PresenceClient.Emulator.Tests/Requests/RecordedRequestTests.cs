namespace PresenceClient.Emulator.Tests.Requests;

public sealed class RecordedRequestTests
{
    [Fact]
    public async Task Requests_TellWhoAskedWhatAndWhatCameOfIt()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[1];
        tenant.Advance(1);
        Answer answer = await tenant.GetAsync("users?$top=3");
        tenant.Advance(1);
        await tenant.GetAsync("me/presence", tenant.Emulator.SignIn(user));

        IReadOnlyList<RecordedRequest> requests = tenant.Emulator.Requests;

        requests.Should().HaveCount(2, "neither tokens nor the emulator's own calls are among them");
        requests[0].Should().BeEquivalentTo(new
        {
            Method = "GET",
            Path = "/v1.0/users",
            Query = "?$top=3",
            Status = (int?)200,
            ApplicationId = tenant.AppId,
            UserId = (string?)null,
            Time = TestTenant.Start.AddMinutes(1),
            RequestId = answer.Headers.GetValues("request-id").Single(),
            ClientRequestId = (string?)null,
            Operation = "users.list",
            IsKnown = true,
            IsInBatch = false,
            Fault = (EmulatorFault?)null,
        });
        requests[1].Should().BeEquivalentTo(new
        {
            Path = "/v1.0/me/presence",
            Query = "",
            ApplicationId = tenant.AppId,
            UserId = user.Id,
            Time = TestTenant.Start.AddMinutes(2),
            Operation = "me.presence.get",
        });
    }

    [Fact]
    public async Task Requests_ThatGraphDoesNotKnow_AreRecordedAsSuch()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        await tenant.GetAsync("groups");
        await tenant.GetAsync("/beta/me/presence");
        await tenant.PostAsync("users", "{}");

        tenant.Emulator.Requests.Should().OnlyContain(request => !request.IsKnown && request.ApplicationId == null);
        tenant.Emulator.Requests.Select(request => request.ToString()).Should()
            .Equal("GET /v1.0/groups → 400", "GET /beta/me/presence → 400", "POST /v1.0/users → 405");
    }

    [Fact]
    public async Task Requests_RefusedOrTooLarge_AreRecorded()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.RequestLimit = 1);
        using var anonymous = new HttpRequestMessage(HttpMethod.Get, "users");
        anonymous.Headers.Add("client-request-id", "mine");
        await tenant.SendAsync(anonymous);
        await tenant.PostAsync("communications/getPresencesByUserId", new string(' ', 600_000));
        await tenant.PostAsync("communications/getPresencesByUserId", "{}");

        tenant.Emulator.Requests.Select(request => request.Status).Should().Equal(401, 413, 429);
        tenant.Emulator.Requests[0].ClientRequestId.Should().Be("mine");
        tenant.Emulator.Requests[0].ApplicationId.Should().BeNull();
        tenant.Emulator.Requests[2].ApplicationId.Should().Be(tenant.AppId);
    }

    [Fact]
    public async Task Requests_OfABatch_FollowTheirEnvelope()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "$batch");
        await tenant.PostAsync(
            "$batch",
            """
            { "requests": [
                { "id": "1", "method": "get", "url": "/users?$top=1" },
                { "id": "2", "method": "GET", "url": "/groups", "headers": { "Client-Request-Id": "inner" } } ] }
            """);

        tenant.Emulator.Requests.Select(request => request.ToString()).Should().Equal(
            "POST /v1.0/$batch → 200", "GET /v1.0/users?$top=1 → 200", "GET /v1.0/groups → 400");
        tenant.Emulator.Requests.Select(request => request.IsInBatch).Should().Equal(false, true, true);
        tenant.Emulator.Requests.Select(request => request.Operation).Should().Equal("$batch", "users.list", null);
        tenant.Emulator.Requests[2].ClientRequestId.Should().Be("inner");
    }

    [Fact]
    public async Task Requests_ThatMetAFault_TellIt_AndStillWhoAsked()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using InjectedFault fault = tenant.Emulator.InjectFault(EmulatorFault.Status(503));
        await tenant.GetAsync("users");

        RecordedRequest request = tenant.Emulator.Requests.Single();

        request.Fault.Should().Be(fault.Fault);
        request.Status.Should().Be(503);
        request.ApplicationId.Should().Be(tenant.AppId);
        request.Operation.Should().Be("users.list");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(10, 5)]
    public async Task Requests_AreTheLatest(int capacity, int kept)
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.RecordedRequests = capacity);
        for (int i = 1; i <= 5; i++)
        {
            await tenant.GetAsync($"users?$top={i}");
        }

        tenant.Emulator.Requests.Select(request => request.Query).Should()
            .Equal(Enumerable.Range(1, 5).TakeLast(kept).Select(i => $"?$top={i}"));
    }

    [Fact]
    public async Task ClearRequests_ForgetsWhatWasSoFar()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.RecordedRequests = 3);
        await tenant.GetAsync("users");
        await tenant.GetAsync("users");

        tenant.Emulator.ClearRequests();
        await tenant.GetAsync("groups");

        tenant.Emulator.Requests.Select(request => request.Path).Should().Equal("/v1.0/groups");
    }

    [Fact]
    public async Task Requests_OfManyAtOnce_AreAllThere()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        await Task.WhenAll(Enumerable.Range(1, 200).Select(i => Task.Run(() => tenant.GetAsync($"users?$top={i}"))));

        tenant.Emulator.Requests.Select(request => request.Query).Should()
            .BeEquivalentTo(Enumerable.Range(1, 200).Select(i => $"?$top={i}"));
        tenant.Emulator.Requests.Should().OnlyContain(request => request.Status == 200);
    }
}
