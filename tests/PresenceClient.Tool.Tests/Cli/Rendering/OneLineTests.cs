using Spectre.Console;

namespace PresenceClient.Tool.Tests;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("Adele", 6, "Adele ")]
    [InlineData("Adele", 9, "Adele    ")]
    [InlineData("Adele Vance", 8, "Adele…  ")]
    [InlineData("Adele Vance", 9, "Adele V… ")]
    [InlineData("Adele", 2, "… ")]
    [InlineData("Adele", 1, " ")]
    [InlineData("Adele", 0, "")]
    [InlineData("a\tb\u001bc\r\n", 20, "a b c               ")]
    [InlineData("金城武だ", 7, "金城…  ")]
    public void Render_AnyWidth_FillsItInOneLine(string text, int width, string shown)
    {
        var line = new OneLine(text, Style.Plain);

        string.Concat(line.Render(null!, width).Select(segment => segment.Text)).Should().Be(shown);
    }

    [Fact]
    public void Measure_CountsCells_WideOnesTwice() =>
        new OneLine("金", Style.Plain).Measure(null!, 80).Max.Should().Be(3);
}
