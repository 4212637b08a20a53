using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Subscriptions;

/// <summary>The calls of subscriptions: what is sent, and what is read.</summary>
public sealed class SubscriptionsTests
{
    private const string Id = "55555555-5555-4555-8555-555555555555";
    private const string Hook = "https://hook.contoso.com/graph/presence?code=a%20b";

    private const string Created = $$"""
        {
          "@odata.context": "…", "id": "{{Id}}", "applicationId": "{{Samples.ApplicationId}}",
          "changeType": "updated",
          "resource": "/communications/presences?$filter=id in ('{{Samples.Adele}}',{{Samples.Alex}})",
          "notificationUrl": "{{Hook}}", "lifecycleNotificationUrl": null, "clientState": "secret",
          "expirationDateTime": "2026-09-07T10:00:00.0000000Z", "creatorId": "{{Samples.Megan}}",
          "includeResourceData": true, "encryptionCertificateId": "2026-11", "unknown": { "a": [1] }
        }
        """;

    [Fact]
    public async Task Create_SendsTheRequestAndReadsTheSubscription()
    {
        using X509Certificate2 certificate = Certificate();
        using var graph = new FakeGraph(Answers.Json(Created, HttpStatusCode.Created));

        PresenceSubscription made = await graph.Client.Subscriptions.CreateAsync(
            Request() with
            {
                LifecycleNotificationUrl = new Uri("https://hook.contoso.com/lifecycle"),
                Certificate = new PresenceNotificationCertificate("2026-11", certificate),
            },
            Test.Token);

        graph.Request.Method.Should().Be(HttpMethod.Post);
        graph.Request.Url.Should().Be($"{Samples.Root}/subscriptions");
        graph.Request.Body.Should().BeJson($$"""
            {
              "changeType": "updated", "clientState": "secret", "notificationUrl": "{{Hook}}",
              "resource": "/communications/presences?$filter=id in ('{{Samples.Adele}}','{{Samples.Alex}}')",
              "lifecycleNotificationUrl": "https://hook.contoso.com/lifecycle",
              "expirationDateTime": "2026-09-07T10:00:00+00:00", "includeResourceData": true,
              "encryptionCertificate": "{{Convert.ToBase64String(certificate.RawData)}}",
              "encryptionCertificateId": "2026-11"
            }
            """);
        made.Should().BeEquivalentTo(new PresenceSubscription
        {
            Id = Id,
            Resource = $"/communications/presences?$filter=id in ('{Samples.Adele}',{Samples.Alex})",
            UserIds = [Samples.Adele, Samples.Alex],
            ExpiresAt = FakeGraph.Start.AddHours(1),
            NotificationUrl = new Uri(Hook),
            ClientState = "secret",
            IncludesPresence = true,
            CertificateId = "2026-11",
            ApplicationId = Samples.ApplicationId,
            CreatorId = Samples.Megan,
        });
        made.ToString().Should().Be($"PresenceSubscription {Id}");
        Request().ToString().Should().NotContain("secret").And.NotContain(Samples.Adele);
    }

    [Fact]
    public async Task Create_WithoutCertificate_SubscribesWithoutContent()
    {
        using var graph = new FakeGraph(Answers.Json(Created, HttpStatusCode.Created));

        await graph.Client.Subscriptions.CreateAsync(Request(), Test.Token);

        graph.Request.Body.Should().NotContain("includeResourceData").And.NotContain("encryptionCertificate");
    }

    [Fact]
    public async Task Create_Conflict_IsAnErrorWithItsStatusAndWithoutTheSecret()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.Conflict, "Conflict", "Subscription Id x exists, secret."));

        PresenceException thrown = (await Awaiting(() => graph.Client.Subscriptions.CreateAsync(Request(), Test.Token))
            .Should().ThrowAsync<PresenceException>()).Which;

        thrown.StatusCode.Should().Be(HttpStatusCode.Conflict);
        thrown.Operation.Should().Be("subscriptions.create");
        thrown.Message.Should().NotContain("secret");
    }

    [Fact]
    public async Task Create_ForAnApplication_NamesTheDelegatedPermission()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.Forbidden, "ExtensionError"));

        (await Awaiting(() => graph.Client.Subscriptions.CreateAsync(Request(), Test.Token)).Should()
            .ThrowAsync<PresenceAccessDeniedException>()).WithMessage(
                "*Grant the delegated permission Presence.Read.All; there is no application permission for it.*");
    }

    [Fact]
    public async Task Create_InANationalCloud_IsNotSupported()
    {
        using var graph = new FakeGraph();
        graph.Options.Cloud = GraphCloud.UsGovernmentL4;

        await Awaiting(() => graph.Client.Subscriptions.CreateAsync(Request(), Test.Token)).Should()
            .ThrowAsync<NotSupportedException>();
        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public void Create_WrongArguments_ThrowAtOnceAndSayWhatIsRight()
    {
        using var graph = new FakeGraph();
        (PresenceSubscriptionRequest Request, string Message)[] wrong =
        [
            (Request() with { UserIds = [] }, "*0 users*1 to 650*"),
            (Request() with { UserIds = [.. Ids(651)] }, "*651 users*1 to 650*PresenceSubscriptionPlan*"),
            (Request() with { UserIds = ["adele@contoso.com"] }, "*index 0*"),
            (Request() with { NotificationUrl = null! }, "NotificationUrl is not valid (null)*https*"),
            (Request() with { NotificationUrl = new Uri("http://hook.contoso.com/") }, "Notification*(http)*https*"),
            (Request() with { NotificationUrl = new Uri("ftp://127.0.0.1/") }, "Notification*(ftp)*https*"),
            (Request() with { NotificationUrl = new Uri("/graph", UriKind.Relative) }, "*(relative)*https*"),
            (Request() with { LifecycleNotificationUrl = new Uri("ftp://hook.contoso.com/") }, "*Lifecycle*https*"),
            (Request() with { ClientState = new string('x', 129) }, "*129 characters*128*"),
            (Request() with { Lifetime = TimeSpan.FromMinutes(44) }, "*00:44:00*45 to 60 minutes*"),
            (Request() with { Lifetime = TimeSpan.FromMinutes(61) }, "*01:01:00*45 to 60 minutes*"),
        ];

        foreach ((PresenceSubscriptionRequest request, string message) in wrong)
        {
            Invoking(() => { _ = graph.Client.Subscriptions.CreateAsync(request, Test.Token); }).Should()
                .Throw<ArgumentException>().WithMessage(message);
        }
    }

    [Fact]
    public async Task Create_TheLimits_AreAccepted()
    {
        using var graph = new FakeGraph(_ => Answers.Json(Created, HttpStatusCode.Created));
        PresenceSubscriptionRequest[] most =
        [
            Request() with { UserIds = [.. Ids(650)], ClientState = new string('x', 128) },
            Request() with { Lifetime = TimeSpan.FromMinutes(45) },
            Request() with { Lifetime = TimeSpan.FromMinutes(60) },
            Request() with { NotificationUrl = new Uri("http://127.0.0.1:5080/hook") },
        ];
        foreach (PresenceSubscriptionRequest request in most)
        {
            await graph.Client.Subscriptions.CreateAsync(request, Test.Token);
        }

        graph.Requests.Should().HaveCount(most.Length);
    }

    [Fact]
    public void Request_AsText_HasTheNumberOfUsers()
    {
        Request().ToString().Should().Be("PresenceSubscriptionRequest for 3 users");
        (Request() with { UserIds = null! }).ToString().Should().Be("PresenceSubscriptionRequest for 0 users");
    }

    [Fact]
    public async Task List_EmptyPagesWithoutEnd_EndsWithAnError()
    {
        using var graph = new FakeGraph(request => Answers.Json(
            Samples.PageBefore($"{Samples.Root}/subscriptions?$skiptoken={request.Number}")));

        await Awaiting(() => graph.Client.Subscriptions.ListAsync(Test.Token)).Should()
            .ThrowAsync<PresenceException>();
    }

    [Fact]
    public async Task List_ManyPages_HasAll()
    {
        const int pages = 300;
        using var graph = new FakeGraph(request => Answers.Json(request.Number < pages
            ? Samples.PageBefore($"{Samples.Root}/subscriptions?$skiptoken={request.Number}", Created)
            : Samples.Page(Created)));

        (await graph.Client.Subscriptions.ListAsync(Test.Token)).Should().HaveCount(pages);
    }

    [Fact]
    public async Task Renew_SendsTheNewExpiryOnly()
    {
        using var graph = new FakeGraph(Answers.Json(Created));

        PresenceSubscription renewed = await graph.Client.Subscriptions.RenewAsync(
            Id, TimeSpan.FromMinutes(50), cancellationToken: Test.Token);

        graph.Request.Method.Should().Be(HttpMethod.Patch);
        graph.Request.Url.Should().Be($"{Samples.Root}/subscriptions/{Id}");
        graph.Request.Body.Should().BeJson("""{ "expirationDateTime": "2026-09-07T09:50:00+00:00" }""");
        renewed.Id.Should().Be(Id);
    }

    [Fact]
    public async Task Renew_WithACertificate_ReplacesIt()
    {
        using X509Certificate2 certificate = Certificate();
        using var graph = new FakeGraph(Answers.Json(Created));

        await graph.Client.Subscriptions.RenewAsync(
            Id,
            certificate: new PresenceNotificationCertificate("2027-05", certificate),
            cancellationToken: Test.Token);

        graph.Request.Body.Should().Contain("2027-05").And.Contain("2026-09-07T10:00:00");
    }

    [Fact]
    public async Task Renew_Gone_IsNotFound()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.NotFound));

        await Awaiting(() => graph.Client.Subscriptions.RenewAsync(Id, cancellationToken: Test.Token)).Should()
            .ThrowAsync<PresenceNotFoundException>();
    }

    [Fact]
    public async Task List_HasThePresenceSubscriptionsOfAllPages()
    {
        const string next = Samples.Root + "/subscriptions?$skiptoken=2";
        string chat = Created.Replace("/communications/presences", "/chats/getAllMessages", StringComparison.Ordinal);
        string bare = $$"""{ "id": "{{Samples.Team}}", "resource": "Communications/Presences/{{Samples.Megan}}" }""";
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore(next, Created, chat)), Answers.Json(Samples.Page(bare)));

        IReadOnlyList<PresenceSubscription> all = await graph.Client.Subscriptions.ListAsync(Test.Token);

        all.Select(one => one.Id).Should().Equal(Id, Samples.Team);
        all[1].UserIds.Should().Equal(Samples.Megan);
        all[1].ExpiresAt.Should().BeNull();
        graph.Requests.Select(request => request.Url).Should().Equal($"{Samples.Root}/subscriptions", next);
    }

    [Theory]
    [InlineData("""{ "value": [ { "resource": "communications/presences" } ] }""")]
    [InlineData("""{ "value": [ { "id": "x" } ] }""")]
    [InlineData("""{ "value": [ { "id": "x", "resource": "y", "expirationDateTime": "soon" } ] }""")]
    [InlineData("""{ "value": [ 1 ] }""")]
    public async Task List_AnAnswerOfAnotherForm_CannotBeRead(string body)
    {
        using var graph = new FakeGraph(Answers.Json(body));

        (await Awaiting(() => graph.Client.Subscriptions.ListAsync(Test.Token)).Should()
            .ThrowAsync<PresenceException>()).WithMessage("*cannot be read*");
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    public async Task Delete_SaysWhetherItWasThere(HttpStatusCode status, bool wasThere)
    {
        using var graph = new FakeGraph(
            status == HttpStatusCode.NotFound ? Answers.Error(status) : Answers.Empty(status));

        bool deleted = await graph.Client.Subscriptions.DeleteAsync(Id, Test.Token);

        deleted.Should().Be(wasThere);
        graph.Request.Method.Should().Be(HttpMethod.Delete);
        graph.Request.Url.Should().Be($"{Samples.Root}/subscriptions/{Id}");
    }

    [Fact]
    public async Task Delete_WhoseAnswerIsLost_IsTheOneThatEndedIt()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.GatewayTimeout), Answers.Error(HttpStatusCode.NotFound));
        graph.Retry();
        graph.Time.Jumps = true;

        bool deleted = await graph.Client.Subscriptions.DeleteAsync(Id, Test.Token).BoundedAsync();

        deleted.Should().BeTrue();
        graph.Requests.Should().HaveCount(2);
    }

    private static PresenceSubscriptionRequest Request() => new()
    {
        UserIds = [Samples.Adele, Samples.Alex, Samples.Adele.ToUpperInvariant()],
        NotificationUrl = new Uri(Hook),
        ClientState = "secret",
    };

    private static IEnumerable<string> Ids(int count) =>
        Enumerable.Range(0, count).Select(_ => Guid.NewGuid().ToString());

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=hook", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(FakeGraph.Start, FakeGraph.Start.AddDays(1));
    }
}
