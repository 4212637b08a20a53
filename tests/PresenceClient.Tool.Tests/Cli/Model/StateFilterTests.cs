namespace PresenceClient.Tool.Tests;

public sealed class StateFilterTests
{
    [Theory]
    [InlineData("busy", "Busy")]
    [InlineData("BUSY", "Busy")]
    [InlineData("in-a-call", "InACall")]
    [InlineData("in a call", "InACall")]
    [InlineData("off_work", "OffWork")]
    public void TryParse_AnySpelling_IsTheState(string text, string name) =>
        StateFilter.TryParse(text)!.Name.Should().Be(name);

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("busy,away")]
    [InlineData("bus")]
    public void TryParse_UnknownState_IsNull(string text) => StateFilter.TryParse(text).Should().BeNull();

    [Theory]
    [InlineData("busy", true)]
    [InlineData("inacall", true)]
    [InlineData("available", false)]
    public void Matches_AvailabilityOrActivity(string state, bool matches) =>
        StateFilter.TryParse(state)!.Matches(Some.Busy(1)).Should().Be(matches);

    [Fact]
    public void Names_HaveEveryAvailabilityAndActivityOnce() =>
        StateFilter.Names.Should().OnlyHaveUniqueItems()
            .And.Contain(Enum.GetNames<PresenceAvailability>())
            .And.Contain(Enum.GetNames<PresenceActivity>());
}
