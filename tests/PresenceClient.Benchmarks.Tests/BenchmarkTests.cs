using System.Collections;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace PresenceClient.Benchmarks.Tests;

/// <summary>
/// Runs every benchmark once with every parameter, so that none rots, and compares what the peers did.
/// </summary>
public class BenchmarkTests
{
    public static TheoryData<Type> Classes => [.. typeof(BulkReadBenchmarks).Assembly.GetExportedTypes()
        .Where(t => BenchmarksOf(t).Any())];

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task Benchmarks_OfAClass_RunAndDoTheSameWork(Type type)
    {
        foreach (object benchmarks in WithEachParameter(type))
        {
            List<object?> results = [];
            foreach (MethodInfo benchmark in BenchmarksOf(type))
            {
                object? result = benchmark.Invoke(benchmarks, null);
                results.Add(result is Task task ? await ResultAsync(task) : result);
            }

            results.Should().HaveCountGreaterThan(1).And.OnlyContain(r => Equals(r, results[0]));
            results[0].Should().NotBe(0);
        }
    }

    private static IEnumerable<MethodInfo> BenchmarksOf(Type type) =>
        type.GetMethods().Where(m => m.GetCustomAttribute<BenchmarkAttribute>() is not null);

    private static IEnumerable<object> WithEachParameter(Type type)
    {
        PropertyInfo? parameter = type.GetProperties().SingleOrDefault(p =>
            p.GetCustomAttribute<ParamsAttribute>() is not null);
        IEnumerable values = parameter?.GetCustomAttribute<ParamsAttribute>()!.Values ?? [null];
        foreach (object? value in values)
        {
            object benchmarks = Activator.CreateInstance(type)!;
            parameter?.SetValue(benchmarks, value);
            type.GetMethods().SingleOrDefault(m => m.GetCustomAttribute<GlobalSetupAttribute>() is not null)?
                .Invoke(benchmarks, null);
            yield return benchmarks;
        }
    }

    private static async Task<object?> ResultAsync(Task task)
    {
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task);
    }
}
