using System.Runtime.CompilerServices;

namespace PresenceClient.Aot;

/// <summary>The expectations of a check.</summary>
internal static class Expect
{
    public static void True(bool condition, [CallerArgumentExpression(nameof(condition))] string? expected = null)
    {
        if (!condition)
        {
            throw new UnexpectedException($"Expected {expected}.");
        }
    }

    public static async Task<T> FailureAsync<T>(Func<Task> call) where T : Exception
    {
        try
        {
            await call();
        }
        catch (T e)
        {
            return e;
        }

        throw new UnexpectedException($"Expected {typeof(T).Name}.");
    }
}
