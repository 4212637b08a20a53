using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PresenceClient.AspNetCore.Notifications;
using PresenceClient.AspNetCore.Tests.Support;
using PresenceClient.Emulator;

namespace PresenceClient.AspNetCore.Tests.Notifications;

/// <summary>The endpoint among strangers: it is public, and anyone can post to it.</summary>
public sealed class EndpointTests
{
    private const string State = "of-the-test";

    [Fact]
    public async Task Validation_IsAnsweredWithTheDecodedToken()
    {
        await using NotifiedApp app = await StartAsync();

        using HttpResponseMessage answer = await ValidateAsync(app, "Validation: Testing reachability 1/2+3=5");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        (await answer.Content.ReadAsStringAsync(Bounded.Stop)).Should().Be("Validation: Testing reachability 1/2+3=5");
    }

    [Fact]
    public async Task Validation_WithMarkup_IsEncoded()
    {
        await using NotifiedApp app = await StartAsync();

        using HttpResponseMessage answer = await ValidateAsync(app, "<script>alert(1)</script>");

        (await answer.Content.ReadAsStringAsync(Bounded.Stop)).Should().NotContain("<script>");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2049)]
    public async Task Validation_WithAnEmptyOrLongToken_IsRefused(int length)
    {
        await using NotifiedApp app = await StartAsync();

        using HttpResponseMessage answer = await ValidateAsync(app, new string('x', length));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<xml/>")]
    [InlineData("{}")]
    public async Task Post_OfAnotherForm_IsABadRequest(string body)
    {
        await using NotifiedApp app = await StartAsync();

        (await app.PostAsync(Encoding.UTF8.GetBytes(body))).Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_TooLarge_IsRefusedWithOrWithoutALength(bool hasLength)
    {
        await using NotifiedApp app = await StartAsync();
        using HttpContent content = hasLength
            ? new ByteArrayContent(new byte[NotificationLimits.LargestBody + 1])
            : new StreamContent(new EndlessBody(NotificationLimits.LargestBody + 1));

        using HttpResponseMessage answer =
            await app.Http.PostAsync(new Uri(NotifiedApp.Path, UriKind.Relative), content, Bounded.Stop);

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    [SuppressMessage("Reliability", "CA2025", Justification = "The post is awaited before its content is disposed.")]
    public async Task Post_ThatArrivesTooSlowly_IsAbandoned()
    {
        await using NotifiedApp app = await StartAsync();
        var body = new EndlessBody(long.MaxValue) { Pause = Timeout.InfiniteTimeSpan };
        using var content = new StreamContent(body);
        Task<HttpResponseMessage> posting =
            app.Http.PostAsync(new Uri(NotifiedApp.Path, UriKind.Relative), content, Bounded.Stop);
        await body.Reading.BoundedAsync();

        while (!posting.IsCompleted)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, Bounded.Stop);
        }

        using HttpResponseMessage answer = await posting.BoundedAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.RequestTimeout);
    }

    [Fact]
    public async Task Post_WithAWrongClientState_IsAcceptedAndForgotten()
    {
        await using NotifiedApp app = await StartAsync(isEncrypted: false);
        EmulatedUser user = app.Graph.Users[0];
        int polls = app.Polls;

        HttpStatusCode forged = await app.PostAsync(
            ForgedPost.Body(ForgedPost.BasicItem(clientState: "guess", user: user.Id), null));
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        HttpStatusCode right = await app.PostAsync(
            ForgedPost.Body(ForgedPost.BasicItem(clientState: State, user: app.Graph.Users[1].Id), null));
        await PassUntilAsync(app, () => app.Polls > polls);

        (forged, right).Should().Be((HttpStatusCode.Accepted, HttpStatusCode.Accepted));
        app.Polls.Should().Be(polls + 1, "only the right post causes a read");
    }

    [Fact]
    public async Task Flood_IsAnsweredWith503AndBoundedMemory()
    {
        await using NotifiedApp app = await NotifiedApp.BuildAsync(
            o => (o.ClientState, o.QueueCapacity) = (State, 100), services: RemoveWorkers);
        await app.App.StartAsync(Bounded.Stop);
        byte[] post = ForgedPost.Body(ForgedPost.BasicItem(State), null);

        List<HttpStatusCode> answers = [];
        for (int i = 0; i < 150; i++)
        {
            answers.Add(await app.PostAsync(post));
        }

        answers.Take(100).Should().OnlyContain(status => status == HttpStatusCode.Accepted);
        answers.Skip(100).Should().OnlyContain(status => status == HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Flood_OfLargePosts_IsBoundedByItsBytes()
    {
        await using NotifiedApp app = await NotifiedApp.BuildAsync(
            o => o.ClientState = State, services: RemoveWorkers);
        await app.App.StartAsync(Bounded.Stop);
        string filler = "".PadLeft(900_000, 'x');
        byte[] post = ForgedPost.Body(ForgedPost.BasicItem(State, more: $"\"filler\":\"{filler}\""), null);

        int accepted = 0;
        for (int i = 0; i < 30; i++)
        {
            accepted += await app.PostAsync(post) == HttpStatusCode.Accepted ? 1 : 0;
        }

        accepted.Should().BeInRange(15, 18, "the queue has 16 MB");
    }

    [Fact]
    public async Task Flood_OfSlowPosts_LeavesTheRestOfTheMemory()
    {
        await using NotifiedApp app = await StartAsync();
        using var stop = new CancellationTokenSource();
        EndlessBody[] bodies =
        [
            .. Enumerable.Range(0, NotificationLimits.MostReads)
                .Select(_ => new EndlessBody(long.MaxValue) { Pause = Timeout.InfiniteTimeSpan }),
        ];
        Task[] slow = Array.ConvertAll(bodies, body => PostSlowlyAsync(app, body, stop.Token));
        await Task.WhenAll(bodies.Select(body => body.Reading)).BoundedAsync();

        // The bodies are under way, but the endpoint may not have begun to read all of them. A post without an item is
        // not queued, so only the reads can make it wait.
        byte[] empty = ForgedPost.Body("", null);
        while (await app.PostAsync(empty) != HttpStatusCode.ServiceUnavailable)
        {
            await Task.Delay(5, Bounded.Stop);
        }

        using HttpResponseMessage validation = await ValidateAsync(app, "still here");
        await stop.CancelAsync();
        await Task.WhenAll(slow).BoundedAsync();
        await PassUntilAsync(app, () => app.PostAsync(empty).Result == HttpStatusCode.Accepted);

        validation.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Replay_OfAnOldPost_ChangesNothing()
    {
        await using NotifiedApp app = await StartAsync();
        (EmulatedUser user, EmulatedUser other) = (app.Graph.Users[0], app.Graph.Users[1]);
        user.SetTeamsClient("Busy", "InACall");
        await app.Graph.DeliverNotificationsAsync(Bounded.Stop);
        await app.ShowsAsync(user, "Busy");
        byte[] old = app.Posts.Last();
        user.GoAway();
        await app.Graph.DeliverNotificationsAsync(Bounded.Stop);
        await app.ShowsAsync(user, "Away");

        HttpStatusCode answer = await app.PostAsync(old);
        other.SetTeamsClient("DoNotDisturb", "Presenting");
        await app.Graph.DeliverNotificationsAsync(Bounded.Stop);
        await app.ShowsAsync(other, "DoNotDisturb");

        answer.Should().Be(HttpStatusCode.Accepted);
        app.AvailabilityOf(user).Should().Be("Away");
    }

    [Fact]
    public async Task Everything_LogsNoUserAndNoSecret()
    {
        await using NotifiedApp app = await StartAsync(isEncrypted: true);
        EmulatedUser user = app.Graph.Users[0];
        app.Graph.InjectFault(EmulatorFault.DamagedNotifications(NotificationDamage.WrongAudience) with { Times = 1 });
        app.Graph.InjectFault(EmulatorFault.DamagedNotifications(NotificationDamage.BadSignature) with { Times = 1 });
        app.Graph.InjectFault(EmulatorFault.DamagedNotifications(NotificationDamage.NoTokens) with { Times = 1 });

        foreach ((string availability, string activity) in new[]
        {
            ("Busy", "InACall"), ("Away", "Away"), ("DoNotDisturb", "Presenting"), ("Available", "Available"),
        })
        {
            user.SetTeamsClient(availability, activity);
            await app.Graph.DeliverNotificationsAsync(Bounded.Stop);
        }

        await app.ShowsAsync(user, "Available");
        await NotifiedApp.UntilAsync(
            () => app.Logs.Count(line => line.Contains("rejected (", StringComparison.Ordinal)) == 2);

        app.Logs.Should().Contain(line => line.Contains("could not be decrypted", StringComparison.Ordinal));
        app.Logs.Where(line => app.Graph.Users.Any(one => line.Contains(one.Id, StringComparison.OrdinalIgnoreCase)))
            .Should().BeEmpty();
        app.Logs.Where(line => line.Contains(State, StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static Task<NotifiedApp> StartAsync(bool isEncrypted = true) =>
        NotifiedApp.StartAsync(o => o.ClientState = State, isEncrypted: isEncrypted);

    private static void RemoveWorkers(IServiceCollection services)
    {
        foreach (ServiceDescriptor hosted in services.Where(one =>
            one.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)
            && one.ImplementationFactory is not null).ToArray())
        {
            services.Remove(hosted);
        }
    }

    private static async Task<HttpResponseMessage> ValidateAsync(NotifiedApp app, string token)
    {
        using var content = new StringContent("", Encoding.UTF8, "text/plain");
        return await app.Http.PostAsync(
            new Uri($"{NotifiedApp.Path}?validationToken={Uri.EscapeDataString(token)}", UriKind.Relative), content,
            Bounded.Stop);
    }

    private static async Task PostSlowlyAsync(NotifiedApp app, EndlessBody body, CancellationToken cancellationToken)
    {
        using var content = new StreamContent(body);
        try
        {
            using HttpResponseMessage answer = await app.Http.PostAsync(
                new Uri(NotifiedApp.Path, UriKind.Relative), content, cancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
        {
            // The test ends it.
        }
    }

    private static async Task PassUntilAsync(NotifiedApp app, Func<bool> holds)
    {
        while (!holds())
        {
            Bounded.Stop.ThrowIfCancellationRequested();
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, Bounded.Stop);
        }
    }
}
