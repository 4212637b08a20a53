using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

public sealed class EitherTokenTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WaitAsync_CallerCancels_ThrowsWithTheTokenThatWasCancelled(bool ofTheMethod)
    {
        using CancellationTokenSource parameter = new(), enumeration = new();
        using var either = new EitherToken(parameter.Token, enumeration.Token);
        var pending = new TaskCompletionSource();

        Task waiting = either.WaitAsync(pending.Task);

        await waiting.ShouldEndByAsync(ofTheMethod ? parameter : enumeration);
    }

    [Fact]
    public async Task Dispose_LeavesNothingAtTheCallersToken()
    {
        using var parameter = new CancellationTokenSource();
        var either = new EitherToken(parameter.Token);
        CancellationToken token = either.Token;

        either.Dispose();
        await parameter.CancelAsync();

        token.IsCancellationRequested.Should().BeFalse();
    }
}
