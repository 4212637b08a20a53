using System.Runtime.InteropServices;

namespace PresenceClient;

/// <summary>
/// Compares GUIDs with a hash that has a secret seed. Without it, callers could send ids that all collide, as they can
/// for the hash of <see cref="Guid"/> and for <see cref="HashCode"/> over its halves.
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
