using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Models;

/// <summary>Callers choose the GUIDs, so an attacker can choose ones that collide.</summary>
public sealed partial class GuidComparerTests
{
    private const int Count = 5_000;

    private static readonly Dictionary<string, Func<int, Guid>> Attacks = new()
    {
        // The four words of a GUID, combined by exclusive or, are the hash of System.Guid.
        ["the hash of Guid"] = n => Of((uint)n, (uint)n, 0, 0),

        // Both words of a half, combined by exclusive or, are the hash of a long, which HashCode combines.
        ["HashCode over the halves"] = n => Of((uint)n, (uint)n, ~(uint)n, ~(uint)n),

        // Texts of eight letters that are equal if case is ignored: sigma has three forms.
        ["a hash of text that ignores case"] = n => OfLetters(n, "\u03C2\u03C3\u03A3"),
    };

    public static TheoryData<string> AttackNames { get; } = new(Attacks.Keys);

    [Theory]
    [MemberData(nameof(AttackNames))]
    public void Seeded_IdsMadeToCollide_CostNoMoreProbesThanOthers(string attack)
    {
        int made = Probes(GuidComparer.Seeded, Attacks[attack]);
        int others = Probes(GuidComparer.Seeded, static n => Of(0, 0, 0, (uint)n));

        made.Should().BeLessThan(others + 100);
    }

    [Fact]
    public void Default_IdsMadeToCollide_AreComparedOneByOne() =>
        Probes(EqualityComparer<Guid>.Default, Attacks["the hash of Guid"]).Should()
            .Be(Count * (Count - 1) / 2, "an attack that is none shows nothing");

    [Fact]
    public void Code_DictionariesOfGuids_NameTheComparer()
    {
        string[] lines = [.. Directory
            .EnumerateFiles(Repository.PathOf("src/PresenceClient"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)];
        string[] keyed = [.. lines.Where(line => Keyed().IsMatch(line))];

        lines.Should().NotContain(line => line.Contains("HashCode.Combine", StringComparison.Ordinal));
        keyed.Should().NotBeEmpty().And.OnlyContain(line => line.Contains(
            $"{nameof(GuidComparer)}.{nameof(GuidComparer.Seeded)}", StringComparison.Ordinal));
    }

    private static int Probes(IEqualityComparer<Guid> comparer, Func<int, Guid> id)
    {
        var counting = new Counting(comparer);
        var ids = new HashSet<Guid>(counting);
        for (int n = 0; n < Count; n++)
        {
            ids.Add(id(n));
        }

        ids.Should().HaveCount(Count);
        return counting.Comparisons;
    }

    private static Guid OfLetters(int number, string letters)
    {
        char[] text = new char[8];
        for (int i = 0; i < text.Length; i++)
        {
            (number, int letter) = Math.DivRem(number, letters.Length);
            text[i] = letters[letter];
        }

        return new Guid(MemoryMarshal.AsBytes<char>(text));
    }

    private static Guid Of(params ReadOnlySpan<uint> words)
    {
        byte[] bytes = new byte[16];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), words[i]);
        }

        return new Guid(bytes);
    }

    [GeneratedRegex(@"(Dictionary|HashSet)<(\([^)]*)?\bGuid\b.* = ")]
    private static partial Regex Keyed();

    // A set compares only entries with the same hash.
    private sealed class Counting(IEqualityComparer<Guid> comparer) : IEqualityComparer<Guid>
    {
        public int Comparisons { get; private set; }

        public bool Equals(Guid x, Guid y)
        {
            Comparisons++;
            return comparer.Equals(x, y);
        }

        public int GetHashCode(Guid obj) => comparer.GetHashCode(obj);
    }
}
