namespace PresenceClient.Tests.Support;

/// <summary>A request that waits for the test's answer.</summary>
internal sealed class HeldRequest(SentRequest request)
{
    private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The ids that it asks for; empty for a further page.</summary>
    public IReadOnlyList<string> Ids => request.Ids;

    /// <summary>Completes when the client abandons the request.</summary>
    public Task Cancelled => _cancelled.Task.BoundedAsync();

    public bool IsCancelled => _cancelled.Task.IsCompleted;

    public void Answer(Answer answer) => _answer.SetResult(answer);

    /// <summary>Answers with a presence for each id.</summary>
    public void AnswerAll() => Answer(Answers.PresencesOf(Ids));

    public async Task<HttpResponseMessage> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            Answer answer = await _answer.Task.WaitAsync(cancellationToken);
            return await answer(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }
    }
}
