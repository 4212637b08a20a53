using System.Reflection;

namespace PresenceClient.Benchmarks.Measuring;

/// <summary>
/// Compares this package's method with a peer's in a class of benchmarks, as rows of the budget table.
/// </summary>
internal sealed class Contest<T>(string work, T benchmarks, Action<T> setUp)
    where T : notnull
{
    private const double TimeNoise = 0.1;

    private readonly Lazy<T> _benchmarks = new(() =>
    {
        setUp(benchmarks);
        return benchmarks;
    });

    /// <summary>Creates a budget for the time, as a share of the peer's.</summary>
    public Budget Time(string peer, double limit) =>
        Row("time", peer, limit, Duel.TimeAsync) with { Noise = TimeNoise };

    /// <summary>Creates a budget for the time on all processors.</summary>
    public Budget Cpu(string peer, double limit) => Row("CPU", peer, limit, Duel.CpuAsync) with { Noise = TimeNoise };

    /// <summary>Creates a budget for the allocated bytes, as a share of the peer's.</summary>
    public Budget Bytes(string peer, double limit) => Row("bytes", peer, limit, Duel.BytesAsync);

    /// <summary>Creates a budget for a number that the benchmarks count themselves.</summary>
    public Budget Count(string what, double limit, Func<T, Task<double>> count) =>
        new($"{work}: {what}", limit, what, _ => count(_benchmarks.Value));

    private Budget Row(
        string cost, string peer, double limit, Func<Call, Call, CancellationToken, Task<double>> measure)
    {
        MethodInfo ours = MethodOf(nameof(PresenceClient));
        MethodInfo theirs = MethodOf(peer);
        return new Budget(
            $"{work}: {cost} / {peer}", limit, "", cancel => measure(CallOf(ours), CallOf(theirs), cancel));
    }

    private static MethodInfo MethodOf(string peer) => typeof(T).GetMethod(peer)
        ?? throw new ArgumentException($"{typeof(T).Name} has no benchmark {peer}.", nameof(peer));

    private Call CallOf(MethodInfo method)
    {
        if (method.ReturnType.IsAssignableTo(typeof(Task)))
        {
            Func<Task> run = method.CreateDelegate<Func<Task>>(_benchmarks.Value);
            return () => new ValueTask(run());
        }

        Func<int> runAtOnce = method.CreateDelegate<Func<int>>(_benchmarks.Value);
        return () =>
        {
            runAtOnce();
            return ValueTask.CompletedTask;
        };
    }
}
