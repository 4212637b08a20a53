using PresenceClient.Tests.Support;
using PresenceClient.Users.Holding;

namespace PresenceClient.Tests.Users.Holding;

/// <summary>The limit of the writes that are under way.</summary>
public sealed class WriteTurnsTests
{
    [Fact]
    public async Task Begin_WhenAllTurnsAreTaken_WaitsForAnEnd()
    {
        var turns = new WriteTurns(2);
        await turns.BeginAsync(isChange: false, Test.Token).BoundedAsync();
        await turns.BeginAsync(isChange: true, Test.Token).BoundedAsync();

        Task third = turns.BeginAsync(isChange: true, Test.Token);
        third.IsCompleted.Should().BeFalse();
        turns.End();

        await third.BoundedAsync();
    }

    [Fact]
    public async Task Begin_OfAChange_GoesBeforeRenewals()
    {
        var turns = new WriteTurns(1);
        await turns.BeginAsync(isChange: false, Test.Token).BoundedAsync();
        Task renewal = turns.BeginAsync(isChange: false, Test.Token);
        Task change = turns.BeginAsync(isChange: true, Test.Token);

        turns.End();
        await change.BoundedAsync();
        renewal.IsCompleted.Should().BeFalse();
        turns.End();

        await renewal.BoundedAsync();
    }

    [Fact]
    public async Task Begin_Cancelled_TakesNoTurn()
    {
        using var caller = new CancellationTokenSource();
        var turns = new WriteTurns(1);
        await turns.BeginAsync(isChange: true, Test.Token).BoundedAsync();
        Task cancelled = turns.BeginAsync(isChange: true, caller.Token);
        Task next = turns.BeginAsync(isChange: true, Test.Token);

        await cancelled.ShouldEndByAsync(caller);
        turns.End();

        await next.BoundedAsync();
    }
}
