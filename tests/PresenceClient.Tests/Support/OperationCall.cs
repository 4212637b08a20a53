namespace PresenceClient.Tests.Support;

/// <summary>A call of an operation, and the request that it must send.</summary>
/// <param name="Name">The operation's name in the description.</param>
/// <param name="Url">The part of the address after the version.</param>
/// <param name="Body">The JSON that must be sent; null for a GET.</param>
/// <param name="Answer">A body that the service may answer; null for a write.</param>
/// <param name="Send">Calls it.</param>
internal sealed record OperationCall(
    string Name, string Url, string? Body, string? Answer, Func<PresenceServiceClient, CancellationToken, Task> Send)
{
    public HttpMethod Method => Body is null ? HttpMethod.Get : HttpMethod.Post;

    public Answer Success => Answer is null ? Answers.Empty() : Answers.Json(Answer);
}
