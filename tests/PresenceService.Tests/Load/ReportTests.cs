using PresenceService.Load;

namespace PresenceService.Tests.Load;

public sealed class ReportTests
{
    [Fact]
    public void Print_Figures_AreAligned()
    {
        using var output = new StringWriter();

        (LoadReport.Of([Verdict.Right, Verdict.Wrong, Verdict.Lost, Verdict.Problem]) with { GraphRequests = 1234 })
            .Print(output);

        output.ToString().ReplaceLineEndings("\n").Should().Be("""
            requests              4
            answered              3
            problems              1
            wrong                 1
            lost                  1
            graph requests     1234

            """.ReplaceLineEndings("\n"));
    }
}
