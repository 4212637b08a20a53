using System.Runtime.InteropServices;

namespace PresenceClient;

/// <summary>
/// Compares GUIDs by a hash with a secret seed. For the hash of <see cref="Guid"/>, and for that of
/// <see cref="HashCode"/> over its halves, anybody can make ids that all collide.
/// </summary>
internal sealed class GuidComparer : IEqualityComparer<Guid>
{
    private GuidComparer()
    {
    }

    public static GuidComparer Seeded { get; } = new();

    public bool Equals(Guid x, Guid y) => x == y;

    public int GetHashCode(Guid obj) =>
        string.GetHashCode(
            MemoryMarshal.Cast<Guid, char>(new ReadOnlySpan<Guid>(in obj)), StringComparison.Ordinal);
}
