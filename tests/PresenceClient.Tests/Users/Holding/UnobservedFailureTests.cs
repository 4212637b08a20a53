using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users.Holding;

/// <summary>Failures of tasks that are no longer awaited. They must not be reported as unobserved.</summary>
public sealed class UnobservedFailureTests
{
    private const string Code = "NotAwaitedAnyMore";

    private static readonly Dictionary<string, Func<FakeGraph, Task>> Ways = new()
    {
        ["a change whose caller left"] = async graph =>
        {
            using var caller = new CancellationTokenSource();
            PresenceHold hold = await HoldAsync(graph);
            Task change = hold.ChangeAsync(SessionPresence.Away, caller.Token);
            HeldRequest request = await graph.NextAsync();
            await change.ShouldEndByAsync(caller);
            request.Answer(Refused);
            await HeldTenant.UntilAsync(() => hold.State == PresenceHoldState.Refused);
        },
        ["an end whose caller left"] = async graph =>
        {
            using var caller = new CancellationTokenSource();
            PresenceHold hold = await HoldAsync(graph);
            Task ending = hold.EndAsync(caller.Token);
            HeldRequest request = await graph.NextAsync();
            await ending.ShouldEndByAsync(caller);
            request.Answer(Refused);
            await SettleAsync(graph);
        },
        ["a disposal that took too long"] = async graph =>
        {
            PresenceHold hold = await HoldAsync(graph);
            Task disposal = hold.DisposeAsync().AsTask();
            HeldRequest request = await graph.NextAsync();
            graph.Time.Advance(TimeSpan.FromSeconds(5));
            await disposal.BoundedAsync();
            request.Answer(Refused);
            await SettleAsync(graph);
        },
        ["a keeper's state"] = async graph =>
        {
            PresenceKeeper keeper = graph.Client.Users.CreateKeeper();
            keeper.Set(Samples.Adele, SessionPresence.InACall);
            (await graph.NextAsync()).Answer(Refused);
            await HeldTenant.UntilAsync(() => keeper.Users.Count == 0);
        },
    };

    public static TheoryData<string> WayNames { get; } = new(Ways.Keys);

    private static Answer Refused => Answers.Error(HttpStatusCode.Forbidden, Code);

    [Theory]
    [MemberData(nameof(WayNames))]
    public async Task Failure_IsObserved(string way)
    {
        var unobserved = new ConcurrentQueue<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs e)
        {
            // The event is the process's, so it also comes from other tests.
            if (e.Exception.ToString().Contains(Code, StringComparison.Ordinal))
            {
                unobserved.Enqueue(e.Exception);
            }
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await RunAsync(way);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        unobserved.Should().BeEmpty();
    }

    // In a separate method, so that no local variable keeps the tasks alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task RunAsync(string way)
    {
        using var graph = FakeGraph.Holding();
        graph.Options.AttemptTimeout = TimeSpan.FromSeconds(30);
        await Ways[way](graph);
    }

    private static async Task<PresenceHold> HoldAsync(FakeGraph graph)
    {
        Task<PresenceHold> holding = graph.Client.Users[Samples.Adele].Session.HoldAsync(
            SessionPresence.InACall, cancellationToken: Test.Token);
        (await graph.NextAsync()).Answer(Answers.Empty());
        return await holding.BoundedAsync();
    }

    // The next request for the session is sent after the answer to the one before was handled.
    private static async Task SettleAsync(FakeGraph graph)
    {
        Task<PresenceHold> next = HoldAsync(graph);
        await next.BoundedAsync();
    }
}
