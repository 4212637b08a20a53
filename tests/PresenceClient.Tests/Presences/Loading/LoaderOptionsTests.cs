using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

public sealed class LoaderOptionsTests
{
    private static readonly Dictionary<string, (PresenceLoaderOptions Options, string Cure)> Mistakes = new()
    {
        ["MaxAge: -00:00:01"] = (new() { MaxAge = TimeSpan.FromSeconds(-1) }, "Use zero to cache nothing"),
        ["Capacity: 0"] = (new() { Capacity = 0 }, "leave MaxAge at zero"),
        ["MaxGatherTime: 00:00:00"] = (new() { MaxGatherTime = TimeSpan.Zero }, "more than zero"),
        ["MaxGatherTime: 25.00:00:00"] = (new() { MaxGatherTime = TimeSpan.FromDays(25) }, "at most 24 days"),
    };

    public static TheoryData<string> MistakeNames { get; } = new(Mistakes.Keys);

    [Theory]
    [MemberData(nameof(MistakeNames))]
    public void CreateLoader_Mistake_IsRefusedByNameWithTheCure(string mistake)
    {
        using var graph = new FakeGraph();

        graph.Client.Presences.Invoking(p => p.CreateLoader(Mistakes[mistake].Options)).Should()
            .Throw<ArgumentException>().WithParameterName("options").Which.Message.Should()
            .StartWith($"PresenceLoaderOptions.{mistake} ").And.Contain(Mistakes[mistake].Cure);
    }

    [Fact]
    public void CreateLoader_OptionsAtTheirBounds_AreTaken()
    {
        using var graph = new FakeGraph();
        var least = new PresenceLoaderOptions { Capacity = 1, MaxGatherTime = TimeSpan.FromTicks(1) };
        var most = new PresenceLoaderOptions
        {
            MaxAge = TimeSpan.MaxValue,
            Capacity = int.MaxValue,
            MaxGatherTime = TimeSpan.FromDays(24),
        };

        graph.Client.Presences.Invoking(p => (p.CreateLoader(least), p.CreateLoader(most))).Should().NotThrow();
    }

    [Fact]
    public void Options_Defaults_RememberNothing() => new PresenceLoaderOptions().Should().BeEquivalentTo(new
    {
        MaxAge = TimeSpan.Zero,
        Capacity = 10_000,
        MaxGatherTime = TimeSpan.FromMilliseconds(250),
    });
}
