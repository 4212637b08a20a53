using PresenceClient;

namespace PresenceBoard.Tests;

public sealed class PresenceReaderTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(1, 1300).Select(Some.Id)];

    [Fact]
    public async Task ReadAsync_MoreThanOneRequestTakes_ReadsAllInOrder()
    {
        var steps = new List<LoadStep>();

        PresenceReadResult result = await ReadAsync(new FakePresences(), new Steps(steps));

        result.Select(presence => presence.Id).Should().Equal(Ids);
        steps.Should().NotBeEmpty();
        steps[^1].Should().Be(new LoadStep(LoadStep.Presences, 1300, 1300));
    }

    [Fact]
    public async Task ReadAsync_PartFails_KeepsTheOthers()
    {
        PresenceReadResult result = await ReadAsync(new FakePresences { FailsFor = Ids[0] });

        result.Count.Should().BeInRange(1, 1299);
        result.Failures.Should().ContainSingle().Which.Ids.Should().Contain(Ids[0]);
        (result.Count + result.Failures[0].Ids.Count).Should().Be(1300);
    }

    [Fact]
    public async Task ReadAsync_Refused_Throws()
    {
        Func<Task> read = () => ReadAsync(new FakePresences { Refusal = new PresenceAccessDeniedException("no") });

        await read.Should().ThrowAsync<PresenceAccessDeniedException>();
    }

    private static Task<PresenceReadResult> ReadAsync(
        PresencesClient presences, IProgress<LoadStep>? progress = null) =>
        PresenceReader.ReadAsync(presences, Ids, progress, TestContext.Current.CancellationToken);

    private sealed class Steps(List<LoadStep> steps) : IProgress<LoadStep>
    {
        public void Report(LoadStep value) => steps.Add(value);
    }

    private sealed class FakePresences : PresencesClient
    {
        public string? FailsFor { get; init; }

        public PresenceException? Refusal { get; init; }

        public override Task<PresenceReadResult> GetAsync(
            IEnumerable<string> ids, CancellationToken cancellationToken = default)
        {
            string[] asked = [.. ids];
            if (Refusal is not null)
                throw Refusal;
            if (FailsFor is null || !asked.Contains(FailsFor))
                return Task.FromResult(new PresenceReadResult(asked.Select(id => new UserPresence { Id = id })));
            var down = new PresenceException("down");
            throw new PresenceIncompleteException(
                "incomplete", new PresenceReadResult([], failures: [new PresenceReadFailure(asked, down)]), down);
        }
    }
}
