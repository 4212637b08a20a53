using PresenceClient.Soak.Wire.Leaks;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>A progress that throws sometimes, as a caller's code can.</summary>
internal sealed class RudeProgress<T>(Random random) : IProgress<T>
{
    private const double Share = 0.1;

    public void Report(T value)
    {
        if (random.Chance(Share))
        {
            throw Rudeness.Create();
        }
    }
}
