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
}
