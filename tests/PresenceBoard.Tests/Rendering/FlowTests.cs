using Spectre.Console;

namespace PresenceBoard.Tests;

public sealed class FlowTests
{
    [Theory]
    [InlineData(40, "one · two words · three\n")]
    [InlineData(23, "one · two words · three\n")]
    [InlineData(22, "one · two words\nthree\n")]
    [InlineData(14, "one\ntwo words\nthree\n")]
    public void Render_AnyWidth_BreaksBetweenParts(int width, string lines) =>
        Screens.Plain(Parts("one", "two words", "three"), width).Should().Be(lines);

    [Fact]
    public void Render_ControlCodesInAPart_AreBlanks() =>
        Screens.Plain(Parts("a\u001bb\nc")).Should().Be("a b c\n");

    private static Flow Parts(params string[] texts)
    {
        var flow = new Flow();
        foreach (string text in texts)
        {
            flow.Add((text, Style.Plain));
        }

        return flow;
    }
}
