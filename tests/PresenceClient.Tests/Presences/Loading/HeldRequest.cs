using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>A request that waits for the test's answer.</summary>
internal sealed class HeldRequest(IReadOnlyList<string> ids)
{
    private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The ids that it asks for, none for a next page.</summary>
    public IReadOnlyList<string> Ids { get; } = ids;

    /// <summary>Done once the client gives the request up.</summary>
    public Task Cancelled => _cancelled.Task.BoundedAsync();

    public bool IsCancelled => _cancelled.Task.IsCompleted;

    public void Answer(Answer answer) => _answer.SetResult(answer);

    /// <summary>Answers with a presence for each id.</summary>
    public void AnswerAll() => Answer(Answers.Json(Samples.Page([.. Ids.Select(Samples.Presence)])));

    /// <summary>Waits for the test, in spite of a cancellation if the test wants that.</summary>
    public async Task<HttpResponseMessage> WaitAsync(bool inSpite, CancellationToken cancellationToken)
    {
        try
        {
            return (await _answer.Task.WaitAsync(inSpite ? Test.Token : cancellationToken))();
        }
        catch (OperationCanceledException)
        {
            _cancelled.SetResult();
            throw;
        }
    }
}
