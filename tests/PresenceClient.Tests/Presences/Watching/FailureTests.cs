using System.Net;
using Azure.Core;
using Azure.Identity;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>A watch whose reads fail.</summary>
public sealed class FailureTests : IDisposable
{
    private static readonly string[] Both = [Samples.Adele, Samples.Alex];

    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task FailedPage_ChangesNothing_AndIsStaleAfterThreeIntervals()
    {
        string[] ids = Samples.Ids(652);
        await using PresenceWatch watch = _tenant.Watch(ids);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(652);
        _tenant.Interfere = (request, _) => Task.FromResult<Answer?>(
            request.Ids.Length < 650 ? Answers.Error(HttpStatusCode.BadGateway) : null);
        _tenant.Set(ids[0], "Busy");
        _tenant.Set(ids[651], "Busy");

        await WatchedTenant.FirstSweepAsync(watch);
        List<int> stale = [];
        for (int i = 0; i < 4; i++)
        {
            await _tenant.SlowSweepAsync(watch);
            stale.Add(watch.Status.StaleUsers);
        }

        watch.TryGet(ids[651], out WatchedPresence? known).Should().BeTrue();
        known!.State.Should().Be(WatchedPresenceState.Stale);
        known.Presence!.AvailabilityText.Should().Be("Available");
        known.ReadAt.Should().Be(FakeGraph.Start);
        watch.TryGet(ids[0], out known).Should().BeTrue();
        known!.State.Should().Be(WatchedPresenceState.Known);
        stale[0].Should().Be(0);
        stale[3].Should().Be(2);
        (await reader.NextAsync()).UserId.Should().Be(ids[0]);
        reader.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task Status_InTrouble_SaysSinceWhenAndWhy()
    {
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.FirstSweepAsync(watch);
        watch.Status.Should().BeEquivalentTo(
            new { TroubleSince = (DateTimeOffset?)null, Failure = (PresenceException?)null });

        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.BadGateway));
        await _tenant.SweepAsync(watch);
        DateTimeOffset began = _tenant.Time.GetUtcNow();
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.ServiceUnavailable));
        await _tenant.SweepAsync(watch);

        watch.Status.TroubleSince.Should().Be(began);
        watch.Status.Failure!.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(null);
        await _tenant.SweepAsync(watch);
        watch.Status.TroubleSince.Should().BeNull();
        watch.Status.Failure.Should().BeNull();
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, typeof(PresenceException))]
    [InlineData(HttpStatusCode.Unauthorized, typeof(PresenceAuthenticationException))]
    [InlineData(HttpStatusCode.Forbidden, typeof(PresenceAccessDeniedException))]
    public async Task Refusal_EndsTheReadersWithIt(HttpStatusCode status, Type type)
    {
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(status));
        await using PresenceWatch watch = _tenant.Watch(Both);
        Task current = watch.WaitUntilCurrentAsync(Test.Token);
        Task[] reads =
        [
            watch.ReadChangesAsync(Test.Token).FirstAsync(Test.Token).AsTask(),
            watch.ReadSweepsAsync(null, Test.Token).Where(s => s.Changes.Count > 0).FirstAsync(Test.Token).AsTask(),
            current,
            _tenant.Client.Presences.WatchAsync(Both, Test.Token).FirstAsync(Test.Token).AsTask(),
        ];
        List<Exception> failures = [];
        foreach (Task read in reads)
        {
            failures.Add((await read.Awaiting(r => r.BoundedAsync()).Should().ThrowAsync<PresenceException>()).Which);
        }

        failures.Should().OnlyContain(f => f.GetType() == type);
        failures.Should().OnlyHaveUniqueItems("each caller gets an exception of its own");
        watch.Status.Readers.Should().Be(0);
    }

    [Fact]
    public async Task Refusal_NewReader_TriesAgainAtOnce()
    {
        _tenant.Interfere = (request, _) => Task.FromResult<Answer?>(
            request.Number == 1 ? Answers.Error(HttpStatusCode.Forbidden) : null);
        await using PresenceWatch watch = _tenant.Watch(Both);
        await watch.ReadChangesAsync(Test.Token).Awaiting(c => c.FirstAsync(Test.Token).AsTask().BoundedAsync())
            .Should().ThrowAsync<PresenceAccessDeniedException>();

        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));

        (await reader.TakeAsync(2)).Should().OnlyContain(c => c.Kind == PresenceChangeKind.Initial);
    }

    [Fact]
    public async Task Refusal_OfOneOfManyPages_SendsNoneOfTheRest()
    {
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.Forbidden));
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids(65_000), o => o.MaxConcurrency = 1);

        await watch.WaitUntilCurrentAsync(Test.Token).Awaiting(w => w.BoundedAsync()).Should()
            .ThrowAsync<PresenceAccessDeniedException>();

        _tenant.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Refusal_KeepTrying_TriesAfter1And2Minutes()
    {
        _tenant.Interfere = (request, _) => Task.FromResult<Answer?>(
            request.Number < 3 ? Answers.Error(HttpStatusCode.Forbidden) : null);
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.OnRefusal = PresenceWatchRefusal.KeepTrying);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        reader.Waits.Should().BeTrue();
        List<double> seconds = [(await _tenant.NextAsync()).At.Second];
        watch.Users.Add(Samples.Megan);

        foreach (int wait in (int[])[58, 2, 118, 2])
        {
            await WatchedTenant.UntilAsync(() => _tenant.Running == 0 && watch.Status.TroubleSince is not null);
            await _tenant.Time.PassAsync(wait);
        }

        seconds.AddRange([(await _tenant.NextAsync()).At.Subtract(FakeGraph.Start).TotalSeconds,
            (await _tenant.NextAsync()).At.Subtract(FakeGraph.Start).TotalSeconds]);
        (await reader.TakeAsync(3)).Should().OnlyContain(c => c.Kind == PresenceChangeKind.Initial);
        seconds.Should().Equal(0, 60, 180);
    }

    [Fact]
    public async Task Refusal_KeepTrying_OfAReadBetweenTwoSweeps_WaitsAMinuteToo()
    {
        await using PresenceWatch watch = _tenant.Watch(Both, o =>
        {
            o.OnRefusal = PresenceWatchRefusal.KeepTrying;
            o.Polling = PresenceWatchPolling.Always;
        });
        await WatchedTenant.FirstSweepAsync(watch);
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.Forbidden));

        watch.Users.Add(Samples.Megan);
        await WatchedTenant.UntilAsync(() => watch.Status.TroubleSince is not null && _tenant.Running == 0);
        await _tenant.Time.PassAsync(0);
        await _tenant.Time.PassAsync(58);
        int early = _tenant.Requests;
        await _tenant.Time.PassAsync(2);
        await WatchedTenant.UntilAsync(() => _tenant.Requests == 3);

        early.Should().Be(2);
    }

    [Fact]
    public async Task Refusal_FailedSignIn_IsARefusal()
    {
        using var service = new FakeGraph(Answers.Presences);
        service.Credential.Before = static _ => throw new CredentialUnavailableException("No such secret.");

        await service.Presences.WatchAsync(Both, Test.Token)
            .Awaiting(w => w.FirstAsync(Test.Token).AsTask().BoundedAsync()).Should()
            .ThrowAsync<PresenceAuthenticationException>();
    }

    [Fact]
    public async Task FailedSignIn_AfterAReadThatSucceeded_IsTroubleAndPasses()
    {
        _tenant.Credential.Token = number => new AccessToken($"token-{number}", _tenant.Time.GetUtcNow().AddSeconds(5));
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(2);
        await WatchedTenant.FirstSweepAsync(watch);

        _tenant.Credential.Before = static _ => throw new AuthenticationFailedException("The service is unavailable.");
        await _tenant.SweepAsync(watch);
        watch.Status.Failure.Should().BeOfType<PresenceAuthenticationException>();
        reader.Waits.Should().BeTrue("the readers go on");

        _tenant.Credential.Before = static _ => Task.CompletedTask;
        _tenant.Set(Samples.Adele, "Busy");
        await _tenant.SweepAsync(watch);
        watch.Status.Failure.Should().BeNull();
        (await reader.NextAsync()).Current!.AvailabilityText.Should().Be("Busy");
    }

    [Fact]
    public async Task BrokenEntry_FailsOnlyItsUser()
    {
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(2);
        await WatchedTenant.FirstSweepAsync(watch);

        _tenant.SetEntry(Samples.Adele, $$"""{"id":"{{Samples.Adele}}","availability":7}""");
        _tenant.Set(Samples.Alex, "Busy");
        for (int i = 0; i < 2; i++)
        {
            await _tenant.SweepAsync(watch);
            watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
            known!.Presence!.AvailabilityText.Should().Be("Available");
            known.ReadAt.Should().Be(FakeGraph.Start);
        }

        (await reader.NextAsync()).UserId.Should().Be(Samples.Alex);
        reader.Waits.Should().BeTrue();
        watch.Status.Failure!.Message.Should().Contain("cannot be read");
        _tenant.Set(Samples.Adele, "Away");
        await _tenant.SweepAsync(watch);
        (await reader.NextAsync()).Previous!.AvailabilityText.Should().Be("Available");
        watch.Status.Failure.Should().BeNull();
    }

    [Fact]
    public async Task BrokenEntry_OfAUserWhoWasNeverRead_LeavesTheUserUnread()
    {
        _tenant.SetEntry(Samples.Adele, $$"""{"id":"{{Samples.Adele}}","availability":7}""");
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.FirstSweepAsync(watch);

        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known!.State.Should().Be(WatchedPresenceState.NotRead);
        (watch.Status.NotReadUsers, watch.Status.StaleUsers).Should().Be((1, 0));
    }

    [Fact]
    public async Task Trouble_OfTheFirstOfTwoPages_DoesNotEndWithTheSecond()
    {
        _tenant.Interfere = (request, _) => Task.FromResult<Answer?>(
            request.Ids.Length == 650 ? Answers.Error(HttpStatusCode.BadGateway) : null);
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids(652), o =>
        {
            o.MaxConcurrency = 1;
            o.Polling = PresenceWatchPolling.Always;
        });

        await WatchedTenant.FirstSweepAsync(watch);

        watch.Status.NotReadUsers.Should().Be(650);
        watch.Status.Failure!.StatusCode.Should().Be(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task PollThatThrowsForAnotherReason_IsReportedAndNotTheEnd()
    {
        _tenant.Interfere = (request, _) => request.Number == 1
            ? throw new InvalidCastException("A handler's own fault.")
            : Task.FromResult<Answer?>(null);
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        reader.Waits.Should().BeTrue();

        await WatchedTenant.FirstSweepAsync(watch);
        Exception? failure = watch.Status.Failure;
        await _tenant.SweepAsync(watch);

        failure!.InnerException.Should().BeOfType<InvalidCastException>();
        await reader.TakeAsync(2);
        watch.Status.Failure.Should().BeNull();
    }

    [Fact]
    public async Task ClientDisposed_ReadersEndWithThat()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(2);
        await WatchedTenant.FirstSweepAsync(watch);

        _tenant.Client.Dispose();
        await _tenant.Time.PassAsync(11);

        await reader.Awaiting(r => r.NextAsync()).Should().ThrowAsync<ObjectDisposedException>();
        await watch.ReadChangesAsync(Test.Token).Awaiting(c => c.FirstAsync(Test.Token).AsTask().BoundedAsync())
            .Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Refusal_KeepTrying_ReadersOfSweepsSeeItAndWhatWasReadBefore()
    {
        _tenant.Interfere = (request, _) => Task.FromResult<Answer?>(
            request.Number == 2 ? Answers.Error(HttpStatusCode.Forbidden) : null);
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids(1_300), o =>
        {
            o.OnRefusal = PresenceWatchRefusal.KeepTrying;
            o.MaxConcurrency = 1;
        });
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));

        PresenceSweep sweep = await reader.NextAsync();

        sweep.Changes.Should().HaveCount(650);
        sweep.Status.Failure.Should().BeOfType<PresenceAccessDeniedException>();
    }

    [Fact]
    public async Task Trouble_OfAReadBetweenTwoSweeps_IsGivenAtOnce()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
        await reader.NextAsync();
        await WatchedTenant.FirstSweepAsync(watch);
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.BadGateway));

        watch.Users.Add(Samples.Megan);

        (await reader.NextAsync()).Status.TroubleSince.Should().Be(FakeGraph.Start);
    }

    [Fact]
    public async Task Trouble_ReaderThatComesLater_SeesItAtOnce()
    {
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.BadGateway));
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.FirstSweepAsync(watch);

        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));

        (await reader.NextAsync()).Status.TroubleSince.Should().Be(FakeGraph.Start);
    }

    [Fact]
    public async Task Refusal_TwoWaiters_GetAnExceptionEach()
    {
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.Forbidden));
        await using PresenceWatch watch = _tenant.Watch(Both);
        Task[] waits = [watch.WaitUntilCurrentAsync(Test.Token), watch.WaitUntilCurrentAsync(Test.Token)];

        List<Exception> failures = [];
        foreach (Task wait in waits)
        {
            failures.Add((await wait.Awaiting(w => w.BoundedAsync()).Should()
                .ThrowAsync<PresenceAccessDeniedException>()).Which);
        }

        failures.Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(PresenceWatchRefusal.EndReaders)]
    [InlineData(PresenceWatchRefusal.KeepTrying)]
    public async Task ClientDisposed_LaterCalls_SaySo(PresenceWatchRefusal onRefusal)
    {
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.OnRefusal = onRefusal);
        Task current = watch.WaitUntilCurrentAsync(Test.Token);
        await current.BoundedAsync();
        watch.Users.Add(Samples.Megan);
        _tenant.Client.Dispose();

        foreach (Func<Task> call in (Func<Task>[])
        [
            () => watch.WaitUntilCurrentAsync(Test.Token),
            () => watch.WaitUntilCurrentAsync(Test.Token),
            () => watch.RefreshAsync(Both, Test.Token),
            () => watch.RefreshAsync([], Test.Token),
            () => watch.ReadSweepsAsync(null, Test.Token).FirstAsync(Test.Token).AsTask(),
        ])
        {
            await call.Awaiting(c => c().BoundedAsync()).Should().ThrowAsync<ObjectDisposedException>();
        }
    }
}
