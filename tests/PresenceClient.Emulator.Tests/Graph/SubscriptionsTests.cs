using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Core;
using PresenceClient.Emulator.Tests.Notifications;

namespace PresenceClient.Emulator.Tests.Graph;

public sealed class SubscriptionsTests
{
    [Fact]
    public async Task Create_ForManyUsers_IsValidatedAndReturned()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        string resource = SubscribedTenant.Filter([.. tenant.Emulator.Users]);

        Answer answer = await tenant.PostAsync(tenant.Body(
            resource, ("lifecycleNotificationUrl", SubscribedTenant.LifecycleAddress + "?code=a%20b")));

        answer.Status.Should().Be(201, answer.Text);
        var properties = answer.Json.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.ToString());
        properties.Should().BeEquivalentTo(
            new Dictionary<string, string>
            {
                ["@odata.context"] = "https://graph.microsoft.com/v1.0/$metadata#subscriptions/$entity",
                ["id"] = answer.Json.GetProperty("id").GetString()!,
                ["resource"] = resource,
                ["applicationId"] = tenant.Tenant.AppId,
                ["changeType"] = "updated",
                ["clientState"] = "secret",
                ["notificationUrl"] = SubscribedTenant.Address,
                ["lifecycleNotificationUrl"] = SubscribedTenant.LifecycleAddress + "?code=a%20b",
                ["expirationDateTime"] = "2026-09-07T10:00:00.0000000Z",
                ["creatorId"] = tenant.Emulator.Subscriptions.Single().Creator.Id,
                ["latestSupportedTlsVersion"] = "v1_2",
                ["notificationContentType"] = "application/json",
                ["includeResourceData"] = "True",
                ["encryptionCertificateId"] = "2026-09",
            });
        tenant.Subscriber.Validations.Should()
            .Equal(SubscribedTenant.Address, SubscribedTenant.LifecycleAddress + "?code=a%20b");
        tenant.Emulator.Subscriptions.Single().UserCount.Should().Be(10);
    }

    [Theory]
    [InlineData("communications/presences/{0}")]
    [InlineData("/communications/presences/{0}")]
    [InlineData("/communications/presences?$filter=id in ('{0}')")]
    [InlineData("/communications/presences?$filter=id in ({0})")]
    [InlineData("/Communications/Presences?$filter=id in ('{0}', '{0}')")]
    [InlineData("/communications/presences?%24filter=id%20in%20(%27{0}%27)")]
    public async Task Create_AnyFormOfTheResource_IsAccepted(string resource)
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();

        Answer answer = await tenant.PostAsync(tenant.Body(
            string.Format(null, resource, tenant.Emulator.Users[0].Id)));

        answer.Status.Should().Be(201, answer.Text);
        tenant.Emulator.Subscriptions.Single().UserCount.Should().Be(1);
    }

    [Theory]
    [InlineData("/me/presence")]
    [InlineData("/chats/getAllMessages")]
    public async Task Create_AnotherResource_IsAnUnsupportedWorkload(string resource)
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();

        Answer answer = await tenant.PostAsync(tenant.Body(resource));

        answer.ShouldBeError(
            400,
            "ExtensionError",
            "Operation: Create; Exception: [Status Code: BadRequest; Reason: Unsupported workload.]");
    }

    [Theory]
    [InlineData("changeType", null, "InvalidArgument")]
    [InlineData("changeType", "created", "InvalidRequest")]
    [InlineData("changeType", "updated,deleted", "InvalidRequest")]
    [InlineData("resource", null, "InvalidArgument")]
    [InlineData("resource", "/communications/presences", "InvalidRequest")]
    [InlineData("resource", "/communications/presences/adele@contoso.example", "InvalidRequest")]
    [InlineData("resource", "/communications/presences?$filter=id in ()", "InvalidRequest")]
    [InlineData("resource", "/communications/presences?$filter=id in ('adele')", "InvalidRequest")]
    [InlineData("notificationUrl", null, "InvalidArgument")]
    [InlineData("notificationUrl", "http://hook.contoso.example/", "InvalidRequest")]
    [InlineData("notificationUrl", "/graph/presence", "InvalidRequest")]
    [InlineData("notificationUrl", "https://user@hook.contoso.example/", "InvalidRequest")]
    [InlineData("notificationUrl", "EventHub:https://ns.servicebus.windows.net/", "InvalidRequest")]
    [InlineData("lifecycleNotificationUrl", "ftp://hook.contoso.example/", "InvalidRequest")]
    [InlineData("expirationDateTime", null, "InvalidArgument")]
    [InlineData("expirationDateTime", "2026-09-07T08:59:59Z", "InvalidRequest")]
    [InlineData("expirationDateTime", "soon", "InvalidRequest")]
    [InlineData("encryptionCertificate", null, "InvalidRequest")]
    [InlineData("encryptionCertificate", "AAAA", "InvalidRequest")]
    [InlineData("encryptionCertificateId", null, "InvalidRequest")]
    [InlineData("includeResourceData", "yes", "InvalidRequest")]
    [InlineData("content", "x", "BadRequest")]
    public async Task Create_BadBody_IsRefused(string property, string? value, string code)
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();

        Answer answer = await tenant.PostAsync(tenant.Body(
            SubscribedTenant.Filter(tenant.Emulator.Users[0]), (property, value)));

        answer.ShouldBeError(400, code);
        tenant.Subscriber.Validations.Should().BeEmpty();
    }

    [Theory]
    [InlineData("clientState")]
    [InlineData("encryptionCertificateId")]
    public async Task Create_TextOfMoreThan128Characters_IsRefused(string property)
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        string resource = SubscribedTenant.Filter(tenant.Emulator.Users[0]);

        Answer tooLong = await tenant.PostAsync(tenant.Body(resource, (property, new string('x', 129))));
        Answer longest = await tenant.PostAsync(tenant.Body(resource, (property, new string('x', 128))));

        tooLong.ShouldBeError(400, "InvalidRequest", $"The property '{property}' has more than 128 characters.");
        longest.Status.Should().Be(201, longest.Text);
    }

    [Fact]
    public async Task Create_MoreThan650Users_IsRefused()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();

        Answer tooMany = await tenant.PostAsync(tenant.Body(FilterOf(651)));
        Answer most = await tenant.PostAsync(tenant.Body(FilterOf(650)));

        tooMany.ShouldBeError(400, "InvalidRequest", "The resource has 651 users. The limit is 650.");
        most.Status.Should().Be(201, most.Text);

        static string FilterOf(int count)
        {
            IEnumerable<string> ids = Enumerable.Range(0, count).Select(_ => $"'{Guid.NewGuid()}'");
            return $"/communications/presences?$filter=id in ({string.Join(',', ids)})";
        }
    }

    [Fact]
    public async Task Create_ForAnApplication_IsRefusedInTheObservedWords()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedApplication application = tenant.Emulator.AddApplication("Presence.Read.All");

        Answer answer = await tenant.PostAsync(
            tenant.Body(SubscribedTenant.Filter(tenant.Emulator.Users[0])),
            tenant.Emulator.CreateCredential(application));

        answer.ShouldBeError(
            403,
            "ExtensionError",
            "Operation: Create; Exception: [Status Code: Forbidden; Reason: "
            + "The request is not authorized for this user or application.]");
    }

    [Theory]
    [InlineData("Presence.Read")]
    [InlineData("Presence.ReadWrite")]
    public async Task Create_WithAnotherScope_IsRefused(string scope)
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();

        Answer answer = await tenant.PostAsync(
            tenant.Body(SubscribedTenant.Filter(tenant.Emulator.Users[0])),
            tenant.Emulator.SignIn(tenant.Emulator.Users[0], scope));

        answer.ShouldBeError(403, "Forbidden", "");
    }

    [Fact]
    public async Task Create_ASecondOfTheSamePerson_IsAConflict()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        string id = await tenant.SubscribeAsync([tenant.Emulator.Users[0]]);
        string other = tenant.Body(SubscribedTenant.Filter(tenant.Emulator.Users[1]));

        Answer second = await tenant.PostAsync(other);
        Answer ofAnother = await tenant.PostAsync(other, tenant.SignIn(1));

        second.ShouldBeError(
            409, "Conflict", $"Subscription Id {id} already exists for the requested combination");
        ofAnother.Status.Should().Be(201, ofAnother.Text);
    }

    [Theory]
    [InlineData(1, 45)]
    [InlineData(44.9, 45)]
    [InlineData(50, 50)]
    [InlineData(60, 60)]
    [InlineData(600, 60)]
    public async Task Create_Lifetime_IsBetween45And60Minutes(double asked, double given)
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();

        string id = await tenant.SubscribeAsync(
            [tenant.Emulator.Users[0]], ("expirationDateTime", tenant.In(asked)));

        tenant.Emulator.Subscriptions.Single().ExpiresAt.Should().Be(tenant.Emulator.UtcNow.AddMinutes(given));
        tenant.Tenant.Advance(given);
        (await tenant.SendAsync(HttpMethod.Get, id)).ShouldBeError(404, "ResourceNotFound");
        tenant.Emulator.Subscriptions.Should().BeEmpty();
    }

    [Theory]
    [InlineData(HttpStatusCode.Accepted, "text/plain", "{0}", "*must answer with 200 OK*")]
    [InlineData(HttpStatusCode.Unauthorized, "text/plain", "{0}", "*must answer with 200 OK*")]
    [InlineData(HttpStatusCode.OK, "application/json", "{0}", "*text/plain*")]
    [InlineData(HttpStatusCode.OK, "text/plain", "another", "*exactly the decoded value*")]
    public async Task Create_EndpointFailsValidation_IsRefused(
        HttpStatusCode status, string type, string body, string message)
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        tenant.Subscriber.OnValidation = _ => Task.FromResult(new HttpResponseMessage(status)
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        });

        Answer answer = await tenant.PostAsync(tenant.Body(SubscribedTenant.Filter(tenant.Emulator.Users[0])));

        answer.ShouldBeError(400, "ValidationError");
        answer.ErrorMessage.Should().Match(message);
        tenant.Emulator.Subscriptions.Should().BeEmpty();
    }

    [Fact]
    public async Task Create_EndpointDoesNotAnswerWithin10Seconds_IsRefused()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        tenant.Subscriber.OnValidation = async cancellation =>
        {
            tenant.Tenant.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(Timeout.Infinite, cancellation);
            return new HttpResponseMessage();
        };

        Answer answer = await tenant.PostAsync(tenant.Body(SubscribedTenant.Filter(tenant.Emulator.Users[0])));

        answer.ShouldBeError(
            400,
            "ValidationError",
            "Subscription validation request failed. The endpoint did not answer within 10 seconds.");
    }

    [Fact]
    public async Task Create_EndpointCannotBeReached_IsRefused()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        tenant.Subscriber.OnValidation = _ => throw new HttpRequestException("No such host.");

        Answer answer = await tenant.PostAsync(tenant.Body(SubscribedTenant.Filter(tenant.Emulator.Users[0])));

        answer.ShouldBeError(400, "ValidationError");
    }

    [Fact]
    public async Task Read_Subscriptions_AreTheCallersOwn()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        TokenCredential other = tenant.SignIn(1);
        string id = await tenant.SubscribeAsync([tenant.Emulator.Users[0]]);

        JsonElement own = (await tenant.Tenant.GetAsync("subscriptions", tenant.Person)).Json.GetProperty("value");
        JsonElement others = (await tenant.Tenant.GetAsync("subscriptions", other)).Json.GetProperty("value");

        own.EnumerateArray().Single().GetProperty("id").GetString().Should().Be(id);
        others.EnumerateArray().Should().BeEmpty();
        (await tenant.SendAsync(HttpMethod.Get, id)).Json.GetProperty("id").GetString().Should().Be(id);
        (await tenant.SendAsync(HttpMethod.Get, id, credential: other)).ShouldBeError(404, "ResourceNotFound");
        (await tenant.SendAsync(HttpMethod.Delete, id, credential: other)).ShouldBeError(404, "ResourceNotFound");
        (await tenant.SendAsync(HttpMethod.Patch, id, "{}", other)).ShouldBeError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task Update_Expiry_IsExtendedWithinTheWindow()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        string id = await tenant.SubscribeAsync([tenant.Emulator.Users[0]]);
        tenant.Tenant.Advance(45);

        Answer answer = await tenant.SendAsync(
            HttpMethod.Patch, id, $$"""{"expirationDateTime":"{{tenant.In(70)}}"}""");

        answer.Status.Should().Be(200, answer.Text);
        answer.Json.GetProperty("expirationDateTime").GetString().Should().Be("2026-09-07T10:45:00.0000000Z");
        answer.Json.GetProperty("resource").GetString().Should().Contain(tenant.Emulator.Users[0].Id);
    }

    [Fact]
    public async Task Update_Address_IsValidatedFirst()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        string id = await tenant.SubscribeAsync([tenant.Emulator.Users[0]]);
        const string body = """{"notificationUrl":"https://other.contoso.example/hook"}""";
        tenant.Subscriber.OnValidation = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));

        Answer refused = await tenant.SendAsync(HttpMethod.Patch, id, body);
        tenant.Subscriber.OnValidation = null;
        Answer done = await tenant.SendAsync(HttpMethod.Patch, id, body);

        refused.ShouldBeError(400, "ValidationError");
        done.Status.Should().Be(200, done.Text);
        tenant.Emulator.Subscriptions.Single().NotificationUrl.Host.Should().Be("other.contoso.example");
    }

    [Theory]
    [InlineData("""{"resource":"communications/presences/x"}""")]
    [InlineData("""{"lifecycleNotificationUrl":"https://hook.contoso.example/"}""")]
    [InlineData("""{"includeResourceData":false}""")]
    [InlineData("""{"expirationDateTime":"2026-09-07T08:00:00Z"}""")]
    public async Task Update_AnythingElse_IsRefused(string body)
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        string id = await tenant.SubscribeAsync([tenant.Emulator.Users[0]]);

        (await tenant.SendAsync(HttpMethod.Patch, id, body)).ShouldBeError(400, "InvalidRequest");
    }

    [Fact]
    public async Task Delete_Subscription_IsGone()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        string id = await tenant.SubscribeAsync([tenant.Emulator.Users[0]]);

        Answer deleted = await tenant.SendAsync(HttpMethod.Delete, id);

        deleted.Status.Should().Be(204, deleted.Text);
        deleted.Text.Should().BeEmpty();
        foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Delete, HttpMethod.Patch })
        {
            Answer again = await tenant.SendAsync(method, id, method == HttpMethod.Patch ? "{}" : null);
            again.ShouldBeError(404, "ResourceNotFound");
        }

        (await tenant.SendAsync(HttpMethod.Post, id + "/reauthorize")).ShouldBeError(404, "ResourceNotFound");
        await tenant.SubscribeAsync([tenant.Emulator.Users[0]]);
    }

    [Fact]
    public async Task Reauthorize_Subscription_HasNoBody()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        string id = await tenant.SubscribeAsync([tenant.Emulator.Users[0]]);

        Answer answer = await tenant.SendAsync(HttpMethod.Post, id + "/reauthorize");

        answer.Status.Should().Be(204, answer.Text);
        answer.Text.Should().BeEmpty();
    }

    [Fact]
    public async Task Subscriptions_InUsGovernment_AreMissing()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync(options => options.UsGovernment = true);

        Answer answer = await tenant.PostAsync(tenant.Body(SubscribedTenant.Filter(tenant.Emulator.Users[0])));

        answer.ShouldBeError(405, "Request_BadRequest");
    }

    [Fact]
    public async Task Subscriptions_AfterReset_AreGone()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        await tenant.SubscribeAsync([tenant.Emulator.Users[0]]);

        tenant.Emulator.Reset();

        tenant.Emulator.Subscriptions.Should().BeEmpty();
        await tenant.SubscribeAsync([tenant.Emulator.Users[0]]);
    }
}
