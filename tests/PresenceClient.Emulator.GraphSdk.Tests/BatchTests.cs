using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Presence.SetPresence;
using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Emulator.GraphSdk.Tests;

public sealed class BatchTests
{
    [Fact]
    public async Task Batch_OfFortyFiveReads_IsThreeBatchesWithAnAnswerToEach()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync(options => options.Users = 45);
        tenant.BlankUser(44).JoinConferenceCall();
        var batch = new BatchRequestContentCollection(tenant.App);
        var steps = new Dictionary<string, EmulatedUser>();
        foreach (EmulatedUser user in tenant.Emulator.Users)
        {
            steps.Add(await batch.AddBatchRequestStepAsync(Read(tenant, user)), user);
        }

        BatchResponseContentCollection answers = await tenant.App.Batch.PostAsync(batch);

        foreach ((string step, EmulatedUser user) in steps)
        {
            Presence presence = await answers.GetResponseByIdAsync<Presence>(step);
            presence.Id.Should().Be(user.Id);
            presence.Availability.Should().NotBeNullOrEmpty();
        }

        string last = steps.Single(step => step.Value == tenant.Emulator.Users[44]).Key;
        (await answers.GetResponseByIdAsync<Presence>(last)).Activity.Should().Be("InAConferenceCall");
        RequestsByEnvelope(tenant).Should().Equal(20, 20, 5);
    }

    [Fact]
    public async Task Batch_WithInnerErrors_HasThemBesideTheAnswers()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        var batch = new BatchRequestContentCollection(tenant.App);
        string read = await batch.AddBatchRequestStepAsync(Read(tenant, tenant.BlankUser()));
        string nobody = await batch.AddBatchRequestStepAsync(
            tenant.App.Users["nobody@contoso.example"].ToGetRequestInformation());
        string me = await batch.AddBatchRequestStepAsync(tenant.App.Me.Presence.ToGetRequestInformation());
        string bad = await batch.AddBatchRequestStepAsync(Set(tenant, tenant.Emulator.Users[1], "Busy", "Busy"));

        BatchResponseContentCollection answers = await tenant.App.Batch.PostAsync(batch);

        (await answers.GetResponseByIdAsync<Presence>(read)).Availability.Should().Be("Offline");
        (await answers.GetResponsesStatusCodesAsync()).Should().BeEquivalentTo(new Dictionary<string, HttpStatusCode>
        {
            [read] = HttpStatusCode.OK,
            [nobody] = HttpStatusCode.NotFound,
            [me] = HttpStatusCode.BadRequest,
            [bad] = HttpStatusCode.BadRequest,
        });
    }

    [Fact]
    public async Task Batch_OfWrites_DoesThem()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        var batch = new BatchRequestContentCollection(tenant.App);
        string set = await batch.AddBatchRequestStepAsync(Set(tenant, user, "DoNotDisturb", "Presenting"));

        BatchResponseContentCollection answers = await tenant.App.Batch.PostAsync(batch);

        using HttpResponseMessage answer = await answers.GetResponseByIdAsync(set);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await tenant.LookAsync(user)).Should().Be("DoNotDisturb/Presenting");
    }

    [Fact]
    public async Task Batch_OfMe_IsAboutTheSignedInUser()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser(2);
        GraphServiceClient graph = tenant.As(user);
        var batch = new BatchRequestContentCollection(graph);
        string me = await batch.AddBatchRequestStepAsync(graph.Me.Presence.ToGetRequestInformation());

        BatchResponseContentCollection answers = await graph.Batch.PostAsync(batch);

        (await answers.GetResponseByIdAsync<Presence>(me)).Id.Should().Be(user.Id);
    }

    [Fact]
    public async Task Batch_WithThrottledRequests_IsSentAgainForThoseAlone()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync(options => options.RequestLimit = 3);
        var batch = new BatchRequestContentCollection(tenant.App);
        foreach (EmulatedUser user in tenant.Emulator.Users.Take(5))
        {
            await batch.AddBatchRequestStepAsync(Read(tenant, user));
        }

        Dictionary<string, HttpStatusCode> first =
            await (await tenant.App.Batch.PostAsync(batch)).GetResponsesStatusCodesAsync();
        tenant.Clock.Advance(TimeSpan.FromSeconds(30));
        Dictionary<string, HttpStatusCode> second =
            await (await tenant.App.Batch.PostAsync(batch.NewBatchWithFailedRequests(first)))
                .GetResponsesStatusCodesAsync();

        first.Values.Should().BeEquivalentTo(
            Enumerable.Repeat(HttpStatusCode.OK, 3).Concat(Enumerable.Repeat(HttpStatusCode.TooManyRequests, 2)));
        second.Should().HaveCount(2).And.OnlyContain(answer => answer.Value == HttpStatusCode.OK);
    }

    private static RequestInformation Read(SdkTenant tenant, EmulatedUser user) =>
        tenant.App.Users[user.Id].Presence.ToGetRequestInformation();

    private static RequestInformation Set(
        SdkTenant tenant, EmulatedUser user, string availability, string activity) =>
        tenant.App.Users[user.Id].Presence.SetPresence.ToPostRequestInformation(new SetPresencePostRequestBody
        {
            SessionId = tenant.AppId,
            Availability = availability,
            Activity = activity,
        });

    /// <summary>How many requests each batch had, in the order of the batches.</summary>
    private static List<int> RequestsByEnvelope(SdkTenant tenant)
    {
        var counts = new List<int>();
        foreach (RecordedRequest request in tenant.Emulator.Requests)
        {
            if (!request.IsInBatch)
            {
                counts.Add(0);
            }
            else
            {
                counts[^1]++;
            }
        }

        return counts;
    }
}
