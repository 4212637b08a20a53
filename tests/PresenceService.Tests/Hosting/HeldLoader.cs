using PresenceClient;

namespace PresenceService.Tests.Hosting;

/// <summary>A loader whose reads end when a test says so.</summary>
internal sealed class HeldLoader : PresenceLoader
{
    private readonly List<TaskCompletionSource<LoadedPresence>> _reads = [];

    public int Count => _reads.Count;

    public override Task<LoadedPresence> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        var read = new TaskCompletionSource<LoadedPresence>();
        _reads.Add(read);
        return read.Task;
    }

    public LoadedPresence End(int number)
    {
        var answer = new LoadedPresence { Presence = new UserPresence { Id = $"{number}" } };
        _reads[number].SetResult(answer);
        return answer;
    }

    public void Fail(int number) => _reads[number].SetException(new PresenceException("It failed."));
}
