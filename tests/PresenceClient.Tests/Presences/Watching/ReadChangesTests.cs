using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Readers of changes.</summary>
public sealed class ReadChangesTests : IDisposable
{
    private static readonly string[] Both = [Samples.Adele, Samples.Alex];

    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task WatchAsync_FixedSet_GivesInitialForEveryUserThenChanges()
    {
        _tenant.Set(Samples.Adele, "Busy", "InACall");
        await using var reader = new Reader<PresenceChange>(
            _tenant.Client.Presences.WatchAsync(Both, new() { Interval = TimeSpan.FromSeconds(10) }, Test.Token));

        List<PresenceChange> initial = await reader.TakeAsync(2);
        _tenant.Set(Samples.Adele, "Available");
        while (reader.Waits)
        {
            await _tenant.Time.PassAsync(11);
        }

        PresenceChange change = await reader.NextAsync();

        initial.Select(c => (c.UserId, c.Kind, c.Previous, c.Current!.AvailabilityText)).Should().Equal(
            (Samples.Adele, PresenceChangeKind.Initial, null, "Busy"),
            (Samples.Alex, PresenceChangeKind.Initial, null, "Available"));
        change.Kind.Should().Be(PresenceChangeKind.Changed);
        change.Previous.Should().Be(initial[0].Current);
        change.Current!.AvailabilityText.Should().Be("Available");
        change.Parts.Should().Be(PresenceParts.Availability | PresenceParts.Activity);
        change.ReadAt.Should().BeOnOrAfter(FakeGraph.Start.AddSeconds(11));
        reader.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task WatchAsync_NoUsers_EndsAtOnce() =>
        (await _tenant.Client.Presences.WatchAsync([], Test.Token).ToListAsync(Test.Token)).Should().BeEmpty();

    [Fact]
    public async Task WatchAsync_LeftEarly_LeavesNothingRunning()
    {
        await foreach (PresenceChange change in _tenant.Client.Presences.WatchAsync(Both, Test.Token))
        {
            break;
        }

        _tenant.Time.Advance(TimeSpan.FromHours(1));
        _tenant.Requests.Should().Be(1);
        _tenant.Running.Should().Be(0);
    }

    [Fact]
    public void WatchAsync_WrongArguments_ThrowAtOnce()
    {
        PresencesClient presences = _tenant.Client.Presences;

        presences.Invoking(p => p.WatchAsync(["adele@contoso.com"])).Should().Throw<ArgumentException>();
        presences.Invoking(p => p.WatchAsync(null!)).Should().Throw<ArgumentNullException>();
        presences.Invoking(p => p.WatchAsync(Both, new PresenceWatchOptions { Interval = TimeSpan.Zero })).Should()
            .Throw<ArgumentException>().WithMessage("*Interval*00:00:00*more than zero*");
    }

    [Fact]
    public async Task ReadChanges_EachPart_IsNamed()
    {
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.NextAsync();
        List<PresenceParts> parts = [];

        foreach (string fields in (string[])
        [
            "\"activity\":\"InACall\"",
            "\"activity\":\"InACall\",\"statusMessage\":{\"message\":{\"content\":\"Hi\"}}",
            "\"activity\":\"InACall\",\"outOfOfficeSettings\":{\"isOutOfOffice\":true}",
            "\"activity\":\"InACall\",\"workLocation\":{\"placeId\":\"x\"}",
        ])
        {
            _tenant.SetEntry(Samples.Adele, $$"""{"id":"{{Samples.Adele}}","availability":"Available",{{fields}}}""");
            await _tenant.SweepAsync(watch);
            parts.Add((await reader.NextAsync()).Parts);
        }

        parts.Should().Equal(
            PresenceParts.Activity,
            PresenceParts.StatusMessage,
            PresenceParts.StatusMessage | PresenceParts.OutOfOffice,
            PresenceParts.OutOfOffice | PresenceParts.WorkLocation);
    }

    [Fact]
    public async Task ReadChanges_OtherBytesButTheSamePresence_IsNoChange()
    {
        _tenant.Set(Samples.Adele, "Busy", number: "A1");
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        long version = (await reader.NextAsync()).Version;

        _tenant.Set(Samples.Adele, "Busy", number: "A2");
        await _tenant.SweepAsync(watch);
        _tenant.SetEntry(Samples.Adele, $$"""
            {
              "activity": "Busy", "sequenceNumber": "A3", "new": [1],
              "availability": "B\u0075sy", "id": "{{Samples.Adele}}"
            }
            """);
        await _tenant.SweepAsync(watch);

        reader.Waits.Should().BeTrue();
        watch.Status.Version.Should().Be(version);
    }

    [Fact]
    public async Task ReadChanges_SlowReader_GetsTheLatestStateAndWhatItGotLast()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var slow = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await using var quick = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await slow.TakeAsync(2);
        await quick.TakeAsync(2);
        List<string?> previous = [];

        foreach (string availability in (string[])["Busy", "Away", "DoNotDisturb"])
        {
            _tenant.Set(Samples.Alex, availability);
            await _tenant.SweepAsync(watch);
            previous.Add((await quick.NextAsync()).Previous!.AvailabilityText);
        }

        PresenceChange change = await slow.NextAsync();

        previous.Should().Equal("Available", "Busy", "Away");
        change.Previous!.AvailabilityText.Should().Be("Available");
        change.Current!.AvailabilityText.Should().Be("DoNotDisturb");
        slow.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task ReadChanges_BackAgainBeforeTheReaderReads_IsNoChange()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(2);

        foreach (string availability in (string[])["Busy", "Available"])
        {
            _tenant.Set(Samples.Alex, availability);
            await _tenant.SweepAsync(watch);
        }

        reader.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task ReadChanges_PreviousRecords_DoNotChangeLater()
    {
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        UserPresence first = (await reader.NextAsync()).Current!;
        string text = first.ToString();

        _tenant.Set(Samples.Adele, "Busy");
        await _tenant.SweepAsync(watch);
        PresenceChange change = await reader.NextAsync();

        first.ToString().Should().Be(text);
        change.Previous!.ToString().Should().Be(text);
    }

    [Fact]
    public async Task ReadChanges_UserLeftOutAndBack_IsMissingAndReturned()
    {
        _tenant.LeaveOut(Samples.Megan);
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele, Samples.Megan]);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        List<PresenceChange> changes = await reader.TakeAsync(2);

        _tenant.LeaveOut(Samples.Adele);
        await _tenant.SweepAsync(watch);
        changes.Add(await reader.NextAsync());
        _tenant.Set(Samples.Adele, "Away");
        _tenant.Set(Samples.Megan, "Busy");
        await _tenant.SweepAsync(watch);
        changes.AddRange(await reader.TakeAsync(2));

        changes.Select(c => (c.UserId, c.Kind, c.Previous?.AvailabilityText, c.Current?.AvailabilityText))
            .Should().Equal(
            (Samples.Adele, PresenceChangeKind.Initial, null, "Available"),
            (Samples.Megan, PresenceChangeKind.Missing, null, null),
            (Samples.Adele, PresenceChangeKind.Missing, "Available", null),
            (Samples.Adele, PresenceChangeKind.Returned, null, "Away"),
            (Samples.Megan, PresenceChangeKind.Returned, null, "Busy"));
        watch.TryGet(Samples.Megan, out WatchedPresence? known).Should().BeTrue();
        known!.State.Should().Be(WatchedPresenceState.Known);
    }

    [Fact]
    public async Task ReadChanges_UserRemoved_IsUnwatchedForReadersThatKnowIt()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await using var late = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        List<PresenceChange> initial = await reader.TakeAsync(2);

        watch.Users.Remove(Samples.Adele).Should().BeTrue();
        PresenceChange removal = await reader.NextAsync();

        removal.Should().BeEquivalentTo(new
        {
            UserId = Samples.Adele,
            Kind = PresenceChangeKind.Unwatched,
            Previous = initial[0].Current,
            Current = (UserPresence?)null,
        });
        (await late.NextAsync()).UserId.Should().Be(Samples.Alex);
        late.Waits.Should().BeTrue();
        watch.TryGet(Samples.Adele, out _).Should().BeFalse();
    }

    [Fact]
    public async Task ReadChanges_RemovedAndAddedAgain_IsOneChangeFromWhatTheReaderHad()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(2);
        await _tenant.NextAsync();

        watch.Users.Remove(Samples.Adele);
        _tenant.Set(Samples.Adele, "Busy");
        watch.Users.Add(Samples.Adele);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        PresenceChange change = await reader.NextAsync();

        change.Kind.Should().Be(PresenceChangeKind.Changed);
        change.Previous!.AvailabilityText.Should().Be("Available");
        change.Current!.AvailabilityText.Should().Be("Busy");
        reader.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task ReadChanges_Versions_GrowByOneWithEachChange()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        List<long> versions = [.. (await reader.TakeAsync(2)).Select(c => c.Version)];

        _tenant.Set(Samples.Adele, "Busy");
        await _tenant.SweepAsync(watch);
        versions.Add((await reader.NextAsync()).Version);
        watch.Users.Remove(Samples.Alex);
        versions.Add((await reader.NextAsync()).Version);

        versions.Should().Equal(Enumerable.Range(0, 4).Select(i => versions[0] + i));
        watch.Status.Version.Should().Be(versions[3]);
    }

    [Fact]
    public async Task ReadChanges_EnumeratedAgain_ContinuesWithTheDifference()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        IAsyncEnumerable<PresenceChange> changes = watch.ReadChangesAsync(Test.Token);
        await using (var reader = new Reader<PresenceChange>(changes))
        {
            await reader.TakeAsync(2);
            await WatchedTenant.FirstSweepAsync(watch);
        }

        _tenant.Set(Samples.Adele, "Busy");
        _tenant.Time.Advance(TimeSpan.FromHours(2));
        await using var again = new Reader<PresenceChange>(changes);
        PresenceChange change = await again.NextAsync();

        change.Kind.Should().Be(PresenceChangeKind.Changed);
        change.Previous!.AvailabilityText.Should().Be("Available");
        again.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task ReadChanges_NewReader_GetsInitialFromWhatIsKnown()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var first = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await first.TakeAsync(2);
        await _tenant.NextAsync();

        await using var second = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        (await second.TakeAsync(2)).Should().OnlyContain(c => c.Kind == PresenceChangeKind.Initial);
        _tenant.Requests.Should().Be(1);
    }

    [Fact]
    public async Task ReadChanges_Cancelled_CarriesTheCallersToken()
    {
        await using PresenceWatch watch = _tenant.Watch([]);
        using var parameter = new CancellationTokenSource();
        using var enumeration = new CancellationTokenSource();

        await watch.ReadChangesAsync(parameter.Token).GetAsyncEnumerator(Test.Token).MoveNextAsync().AsTask()
            .ShouldEndByAsync(parameter);
        await watch.ReadChangesAsync(Test.Token).GetAsyncEnumerator(enumeration.Token).MoveNextAsync().AsTask()
            .ShouldEndByAsync(enumeration);
        watch.Status.Readers.Should().Be(0);
    }

    [Fact]
    public async Task ReadChanges_SeveralRemovedAtOnce_EachHasItsOwnVersion()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(2);
        long version = watch.Status.Version;

        watch.Users.Remove(Both).Should().Be(2);

        (await reader.TakeAsync(2)).Select(c => c.Version).Should().Equal(version + 1, version + 2);
    }

    [Fact]
    public async Task ReadChanges_CancelledWithAChangeAtHand_GivesItNextTime()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        IAsyncEnumerable<PresenceChange> changes = watch.ReadChangesAsync(Test.Token);
        using var cancel = new CancellationTokenSource();
        await using (IAsyncEnumerator<PresenceChange> first = changes.GetAsyncEnumerator(cancel.Token))
        {
            await first.MoveNextAsync();
            await cancel.CancelAsync();
            await first.MoveNextAsync().AsTask().ShouldEndByAsync(cancel);
        }

        await using var again = new Reader<PresenceChange>(changes);

        (await again.NextAsync()).UserId.Should().Be(Samples.Alex);
    }

    [Fact]
    public async Task ReadChanges_ExceptionInTheReader_LosesNothingElse()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        IAsyncEnumerable<PresenceChange> changes = watch.ReadChangesAsync(Test.Token);
        Func<Task> reading = async () =>
        {
            await foreach (PresenceChange change in changes)
            {
                throw new InvalidTimeZoneException(change.UserId);
            }
        };

        await reading.Should().ThrowAsync<InvalidTimeZoneException>().WithMessage(Samples.Adele);
        watch.Status.Readers.Should().Be(0);
        await reading.Should().ThrowAsync<InvalidTimeZoneException>().WithMessage(Samples.Alex);
    }

    [Fact]
    public async Task ReadChanges_TwoWatchesOfAClient_ShareNothing()
    {
        await using PresenceWatch one = _tenant.Watch([Samples.Adele]);
        await using PresenceWatch other = _tenant.Watch(Both);
        await using var first = new Reader<PresenceChange>(one.ReadChangesAsync(Test.Token));
        await using var second = new Reader<PresenceChange>(other.ReadChangesAsync(Test.Token));
        await first.NextAsync();
        await second.TakeAsync(2);

        one.Users.Remove(Samples.Adele);
        await one.DisposeAsync();
        _tenant.Set(Samples.Adele, "Busy");
        await _tenant.SweepAsync(other);

        (await second.NextAsync()).Kind.Should().Be(PresenceChangeKind.Changed);
    }

    [Fact]
    public async Task ReadChanges_EnumeratedTwiceAtOnce_GivesEachAll()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        IAsyncEnumerable<PresenceChange> changes = watch.ReadChangesAsync(Test.Token);
        await using var first = new Reader<PresenceChange>(changes);
        await first.TakeAsync(2);
        await using var second = new Reader<PresenceChange>(changes);

        second.Waits.Should().BeFalse();
        (await second.TakeAsync(2)).Should().OnlyContain(c => c.Kind == PresenceChangeKind.Initial);
    }
}
