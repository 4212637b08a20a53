using System.Reflection;
using PresenceClient.Emulator.Tool;

namespace PresenceClient.Benchmarks.Measuring;

/// <summary>A class of benchmarks as rows of the budget table: its method of this package against one of a peer.</summary>
internal sealed class Contest(string work, Func<object> open)
{
    private const double TimeNoise = 0.1;

    private readonly Lazy<object> _benchmarks = new(open);

    /// <summary>This package may take this share of the peer's time, give or take the noise.</summary>
    public Budget Time(string peer, double limit) => Row("time", peer, limit, Duel.TimeAsync) with { Noise = TimeNoise };

    /// <summary>The same for the time on all processors.</summary>
    public Budget Cpu(string peer, double limit) => Row("CPU", peer, limit, Duel.CpuAsync) with { Noise = TimeNoise };

    /// <summary>This package may allocate this share of the peer's bytes.</summary>
    public Budget Bytes(string peer, double limit) => Row("bytes", peer, limit, Duel.BytesAsync);

    private Budget Row(
        string cost, string peer, double limit, Func<Call, Call, CancellationToken, Task<double>> measure) =>
        new($"{work}: {cost} / {peer}", limit, "", cancel =>
            measure(CallOf(nameof(PresenceClient)), CallOf(peer), cancel));

    private Call CallOf(string peer)
    {
        MethodInfo method = _benchmarks.Value.GetType().GetMethod(peer)!;
        if (method.ReturnType.IsAssignableTo(typeof(Task)))
        {
            Func<Task> run = method.CreateDelegate<Func<Task>>(_benchmarks.Value);
            return () => new ValueTask(run());
        }

        return method.ReturnType == typeof(int) ? Synchronous<int>(method) : Synchronous<long>(method);
    }

    private Call Synchronous<T>(MethodInfo method)
    {
        Func<T> run = method.CreateDelegate<Func<T>>(_benchmarks.Value);
        return () =>
        {
            run();
            return ValueTask.CompletedTask;
        };
    }
}
