using Spectre.Console.Rendering;

namespace PresenceClient.Tool.Tests;

public sealed class StateStyleTests
{
    private static readonly char[] Symbols =
        [.. Enum.GetValues<PresenceAvailability>().Select(StateStyle.Symbol)];

    [Fact]
    public void Symbol_OfEachState_IsItsOwn() => Symbols.Should().OnlyHaveUniqueItems();

    [Fact]
    public void Symbol_OfEachState_TakesOneCell() =>
        Symbols.Should().OnlyContain(symbol => new Segment($"{symbol}").CellCount() == 1);
}
