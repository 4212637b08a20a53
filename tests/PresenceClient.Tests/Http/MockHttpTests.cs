using System.Net;
using PresenceClient.Tests.Support;
using RichardSzalay.MockHttp;

namespace PresenceClient.Tests.Http;

/// <summary>Users can test their code with a mocking library for HTTP.</summary>
public sealed class MockHttpTests
{
    private const string Adele = $"{Samples.Root}/users/{Samples.Adele}/presence";

    [Fact]
    public async Task MockedHandler_ExpectedRequests_AreSentInOrder()
    {
        using var mock = new MockHttpMessageHandler();
        mock.Expect(HttpMethod.Get, Adele).WithHeaders("Authorization", "Bearer token-1")
            .Respond("application/json", Samples.Presence());
        mock.Expect(HttpMethod.Post, $"{Adele}/clearUserPreferredPresence").WithContent("{}")
            .Respond(HttpStatusCode.OK);
        using var client = new PresenceServiceClient(new FakeCredential(), new() { HttpMessageHandler = mock });

        UserPresence adele = await client.Users[Samples.Adele].GetPresenceAsync(Test.Token);
        await client.Users[Samples.Adele].Preferred.ClearAsync(Test.Token);

        adele.Activity.Should().Be(PresenceActivity.InACall);
        mock.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task MockedHandler_Failures_BecomeTheClientsExceptions()
    {
        using var mock = new MockHttpMessageHandler();
        mock.When(Adele).Respond(
            HttpStatusCode.Forbidden, "application/json", Samples.Error("Forbidden", "No permission."));
        mock.When($"{Samples.Root}/me/presence").Throw(new HttpRequestException("Refused."));
        using var client = new PresenceServiceClient(
            new FakeCredential(), new() { HttpMessageHandler = mock, MaxRetries = 0 });

        await client.Users[Samples.Adele].Awaiting(u => u.GetPresenceAsync(Test.Token)).Should()
            .ThrowAsync<PresenceAccessDeniedException>();
        (await client.Me.Awaiting(me => me.GetPresenceAsync(Test.Token)).Should().ThrowAsync<PresenceException>())
            .WithInnerException<HttpRequestException>();
    }
}
