using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>Steps that tests of the loader share.</summary>
internal static class LoaderSteps
{
    private const string Other = "44444444-4444-4444-8444-44444444444d";

    /// <summary>Calls for users while another user is read, so that they share the next request.</summary>
    public static async Task<(HeldRequest Request, Task<LoadedPresence>[] Calls)> GatherAsync(
        this FakeGraph graph, PresenceLoader loader, params (string Id, CancellationToken Token)[] users)
    {
        Task<LoadedPresence> other = loader.GetAsync(Other, Test.Token);
        HeldRequest first = await graph.NextAsync();
        Task<LoadedPresence>[] calls = [.. users.Select(user => loader.GetAsync(user.Id, user.Token))];
        first.AnswerAll();
        await other.BoundedAsync();
        HeldRequest second = await graph.NextAsync();
        second.Ids.Should().Equal(users.Select(user => user.Id));
        return (second, calls);
    }

    /// <summary>Waits for a call that must fail, and returns its failure.</summary>
    public static async Task<PresenceException> FailedAsync(Task<LoadedPresence> call) =>
        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<PresenceException>()).Which;
}
