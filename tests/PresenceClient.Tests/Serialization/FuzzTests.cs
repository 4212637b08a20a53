using System.Text.Json;
using PresenceClient.Serialization;

namespace PresenceClient.Tests.Serialization;

/// <summary>Mutated and truncated bytes give a result or a <see cref="JsonException"/>, and nothing else.</summary>
public class FuzzTests
{
    private const int Usual = 20_000;

    [Fact]
    public void ReadPresences_MutatedBytes_GiveAResultOrAJsonException()
    {
        (int read, int refused) = (0, 0);
        Runs.ForEachSeed(Runs.Tries(Usual), seed =>
        {
            try
            {
                PageReader.ReadPresences(Mutate(seed), new IdPlaces(Array.Empty<string>()));
                Interlocked.Increment(ref read);
            }
            catch (JsonException)
            {
                Interlocked.Increment(ref refused);
            }
        });

        read.Should().BePositive();
        refused.Should().BePositive();
    }

    /// <summary>The entries have one shape, which some bytes break.</summary>
    [Fact]
    public void ReadPresences_MutatedUniformPage_IsReadAsTheStrictReaderReadsIt()
    {
        int read = 0;
        Runs.ForEachSeed(Runs.Tries(Usual), seed =>
        {
            var random = new Random(seed);
            var json = new RandomJson(seed);
            byte[] page = json.UniformPage(random.Next(1, 8));
            string[] ids = [.. json.Ids.Distinct(StringComparer.OrdinalIgnoreCase).Skip(random.Next(2))];
            Interlocked.Add(ref read, BothReaders.Compare(Break(page, random), ids) ? 1 : 0);
        });

        read.Should().BePositive();
    }

    [Fact]
    public void ReadError_MutatedBytes_NeverThrows()
    {
        Action read = () => Runs.ForEachSeed(Runs.Tries(Usual), seed => GraphErrorReader.Read(Mutate(seed)));

        read.Should().NotThrow();
    }

    private static byte[] Mutate(int seed)
    {
        var random = new Random(seed);
        byte[] json = new RandomJson(seed).Page();
        for (int i = random.Next(4); i > 0; i--)
        {
            json[random.Next(json.Length)] = (byte)random.Next(256);
        }

        return random.Next(3) == 0 ? json[..random.Next(json.Length)] : json;
    }

    // Few changes, so that most of the entries keep the shape: bytes altered, removed, moved or cut off.
    private static byte[] Break(byte[] page, Random random)
    {
        for (int i = random.Next(4); i > 0; i--)
        {
            int at = random.Next(page.Length);
            int to = Math.Min(page.Length, at + random.Next(12));
            page = random.Next(5) switch
            {
                0 => [.. page[..at], .. page[to..]],
                1 => [.. page[..at], .. page[random.Next(page.Length)..], .. page[to..]],
                2 => [.. page[..to], .. page[at..]],
                3 => [.. page[..at], (byte)random.Next(256), .. page[(at + 1)..]],
                _ => [.. page[..at], .. "null"u8, .. page[to..]],
            };
        }

        return random.Next(8) == 0 ? page[..random.Next(page.Length)] : page;
    }
}
