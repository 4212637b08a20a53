using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs.Examples;

/// <summary>The marked blocks of the pages print what the pages show.</summary>
public class ExampleTests
{
    public static TheoryData<string> Places => [.. CodeBlocks.Find().Where(b => b.IsRun).Select(b => b.Place)];

    public static TheoryData<string> Pages => [.. Markdown.Pages];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Example_OfAPage_PrintsWhatThePageShows(string place)
    {
        CodeBlock example = CodeBlocks.Find().Single(b => b.Place == place);

        await ShouldPrintItsOutputAsync(example);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Markers_OfAPage_StandAboveABlockWithOutput(string page)
    {
        string text = File.ReadAllText(Repository.PathOf(page));

        CodeBlocks.Of(page, text).Count(b => b is { IsRun: true, Output: not null })
            .Should().Be(CodeBlocks.CountMarkers(text));
    }

    [Theory]
    [InlineData("<!-- run -->", "Console.WriteLine(1 + 1);", "2")]
    [InlineData("<!-- run -->", "Console.Write(\"…\" + names[0]); await Console.Out.WriteLineAsync();", "…adele@…")]
    [InlineData("<!-- run\nalex.JoinCall();\n-->",
        "Console.WriteLine((await client.Users[ids[1]].GetPresenceAsync()).Activity);", "InACall")]
    [InlineData("<!-- run endless -->",
        "while (true) { Console.WriteLine(0); ct.ThrowIfCancellationRequested(); }", "0")]
    [InlineData("<!-- run\nstage.SignIn(diego);\nstage.AfterLine(1, () => diego.StartPresenting());\n-->",
        "for (int i = 0; i < 2; i++) { Console.WriteLine((await client.Me.GetPresenceAsync()).Activity); }",
        "Away\nPresenting")]
    [InlineData("<!-- run -->",
        "using Azure.Identity;\nusing PresenceClient;\nusing var own = new PresenceServiceClient("
        + "new DefaultAzureCredential());\nConsole.WriteLine((await own.Users[id].GetPresenceAsync()).Activity);",
        "InACall")]
    public Task Run_MarkedBlock_PrintsItsOutput(string marker, string code, string output) =>
        ShouldPrintItsOutputAsync(Parse(marker, code, output));

    [Theory]
    [InlineData("<!-- run -->", "Console.WriteLine(1 + 1);", "3")]
    [InlineData("<!-- run -->", "Console.WriteLine(1 + 1);", "2\n2")]
    [InlineData("<!-- run -->", "Console.WriteLine(2); Console.WriteLine(2);", "2")]
    [InlineData("<!-- run -->", "throw new InvalidOperationException();", "2")]
    [InlineData("<!-- run -->", "ct.ThrowIfCancellationRequested(); throw new OperationCanceledException();", "2")]
    public Task Run_OtherOutput_Fails(string marker, string code, string output) =>
        Awaiting(() => ShouldPrintItsOutputAsync(Parse(marker, code, output))).Should().ThrowAsync<Exception>();

    private static CodeBlock Parse(string marker, string code, string output) => CodeBlocks.Of(
        "Page.md", $"{marker}\n```csharp\n{code}\n```\n\n```text\n{output}\n```\n").Should().ContainSingle().Which;

    private static Func<Task> Awaiting(Func<Task> call) => call;

    private static async Task ShouldPrintItsOutputAsync(CodeBlock example)
    {
        IReadOnlyList<string> lines = await ExampleRun.RunAsync(example);

        bool isAsShown = lines.Count == example.Output!.Count
            && lines.Zip(example.Output).All(pair => ExampleOutput.IsAsShown(pair.First, pair.Second));
        isAsShown.Should().BeTrue(
            "{0} shows\n{1}\nand prints\n{2}\n",
            example.Place,
            string.Join('\n', example.Output),
            string.Join('\n', lines));
    }
}
