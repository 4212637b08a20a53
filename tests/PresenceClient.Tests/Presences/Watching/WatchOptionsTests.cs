using System.Globalization;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Which options of a watch are valid.</summary>
public sealed class WatchOptionsTests : IDisposable
{
    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Theory]
    [InlineData("00:00:00", 0.5, "*CoveredInterval: 00:00:00 is out of range. Use more than zero and at most 1 day.*")]
    [InlineData("1.00:00:00.0000001", 0.5, "*CoveredInterval: 1.00:00:00.0000001 is out of range.*")]
    [InlineData("00:05:00", 0, "*PaceShare: 0 is out of range. Use more than 0 and at most 1, for example 0.5.*")]
    [InlineData("00:05:00", -0.1, "*PaceShare: -0.1 is out of range.*")]
    [InlineData("00:05:00", 1.01, "*PaceShare: 1.01 is out of range.*")]
    [InlineData("00:05:00", double.NaN, "*PaceShare: NaN is out of range.*")]
    public void CreateWatch_OptionOutOfRange_SaysTheRange(string covered, double share, string message) =>
        _tenant.Client.Presences.Invoking(p => p.CreateWatch(Options(covered, share))).Should()
            .Throw<ArgumentException>().WithMessage(message);

    [Theory]
    [InlineData("00:00:00.0000001", 0.0001)]
    [InlineData("1.00:00:00", 1)]
    public async Task CreateWatch_OptionAtItsLimit_IsValid(string covered, double share)
    {
        await using PresenceWatch watch = _tenant.Client.Presences.CreateWatch(Options(covered, share));

        watch.Status.Users.Should().Be(0);
    }

    private static PresenceWatchOptions Options(string covered, double share) => new()
    {
        CoveredInterval = TimeSpan.Parse(covered, CultureInfo.InvariantCulture),
        PaceShare = share,
    };
}
