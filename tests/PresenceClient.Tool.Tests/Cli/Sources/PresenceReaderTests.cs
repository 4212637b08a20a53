namespace PresenceClient.Tool.Tests;

public sealed class PresenceReaderTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(1, 1300).Select(Some.Id)];

    [Fact]
    public async Task ReadAsync_ReportsProgress()
    {
        var steps = new List<LoadStep>();

        await ReadAsync(new FakePresences(), new Steps(steps));

        steps.Should().Equal(new LoadStep(LoadStep.Presences, 650, 1300), new LoadStep(LoadStep.Presences, 1300, 1300));
    }

    [Fact]
    public async Task ReadAsync_Always_LeavesFailuresToTheResult()
    {
        var presences = new FakePresences();

        PresenceReadResult result = await ReadAsync(presences);

        result.Select(presence => presence.Id).Should().Equal(Ids);
        presences.Mode.Should().Be(PresenceFailureMode.Collect);
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
        public PresenceFailureMode? Mode { get; private set; }

        public override Task<PresenceReadResult> GetAsync(
            IEnumerable<string> ids, PresenceReadOptions? options, CancellationToken cancellationToken = default)
        {
            string[] asked = [.. ids];
            Mode = options?.OnFailure;
            options?.Progress?.Report(new PresenceReadProgress(650, asked.Length, 0, 0));
            options?.Progress?.Report(new PresenceReadProgress(asked.Length, asked.Length, 0, 0));
            return Task.FromResult(new PresenceReadResult(asked.Select(id => new UserPresence { Id = id })));
        }
    }
}
