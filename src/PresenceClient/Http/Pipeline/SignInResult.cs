namespace PresenceClient.Http;

/// <summary>The result of a sign-in: a token, or the reason why there is none.</summary>
/// <param name="token">The token.</param>
/// <param name="failure">The reason; null if there is a token.</param>
internal sealed class SignInResult(CachedToken? token, Exception? failure)
{
    public CachedToken? Token { get; } = token;

    public Exception? Failure { get; } = failure;
}
