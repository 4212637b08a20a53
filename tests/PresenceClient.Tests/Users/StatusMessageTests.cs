using System.Globalization;
using System.Text.Json;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users;

public sealed class StatusMessageTests
{
    [Fact]
    public async Task SetAsync_TextCutWithinACharacter_IsRefused()
    {
        using var graph = new FakeGraph();

        await graph.Client.Me.StatusMessage.Awaiting(s => s.SetAsync("party \ud83d", null, Test.Token)).Should()
            .ThrowAsync<ArgumentException>().WithMessage("*an unpaired surrogate at index 6*");
    }

    [Theory]
    [InlineData("2026-10-01T17:00:00+00:00", "2026-10-01T17:00:00")]
    [InlineData("2026-10-01T17:00:00+02:00", "2026-10-01T15:00:00")]
    [InlineData("2026-10-01T01:30:00+05:30", "2026-09-30T20:00:00")]
    [InlineData("2026-12-31T20:00:00-08:00", "2027-01-01T04:00:00")]
    [InlineData("2026-10-01T17:00:00.5+00:00", "2026-10-01T17:00:00.5")]
    [InlineData("2026-10-01T17:00:00.1234567-03:00", "2026-10-01T20:00:00.1234567")]
    public async Task SetAsync_Expiry_IsUtcWithoutOffset(string expiresAt, string sent)
    {
        using var graph = new FakeGraph(Answers.Empty());

        await graph.Client.Users[Samples.Adele].StatusMessage.SetAsync(
            "Back soon", DateTimeOffset.Parse(expiresAt, CultureInfo.InvariantCulture), Test.Token);

        graph.Request.Body.Should().BeJson($$"""
            { "statusMessage": { "message": { "content": "Back soon", "contentType": "text" },
              "expiryDateTime": { "dateTime": "{{sent}}", "timeZone": "UTC" } } }
            """);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("9999-12-31T23:59:59+14:00")]
    [InlineData("9999-01-01T00:00:00+09:00")]
    [InlineData("9998-12-31T23:00:00-05:00")]
    public async Task SetAsync_ExpiryInTheYear9999_IsSentAsNone(string expiresAt)
    {
        using var graph = new FakeGraph(Answers.Empty());

        await graph.Client.Me.StatusMessage.SetAsync(
            "Here", DateTimeOffset.Parse(expiresAt, CultureInfo.InvariantCulture), Test.Token);

        graph.Request.Body.Should().BeJson(
            """{ "statusMessage": { "message": { "content": "Here", "contentType": "text" } } }""");
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\"quoted\" \\ and <b>bold</b>\r\n\t")]
    [InlineData("Grüße 👋 午後")]
    public async Task SetAsync_AnyText_ArrivesAsItIs(string text)
    {
        using var graph = new FakeGraph(Answers.Empty());

        await graph.Client.Me.StatusMessage.SetAsync(text, null, Test.Token);

        graph.Request.Body.Should().BeJson($$"""
            { "statusMessage": { "message": { "content": {{JsonSerializer.Serialize(text)}}, "contentType": "text" } } }
            """);
    }

    [Fact]
    public async Task ClearAsync_SendsAnEmptyText()
    {
        using var graph = new FakeGraph(Answers.Empty());

        await graph.Client.Me.StatusMessage.ClearAsync(Test.Token);

        graph.Request.Body.Should().BeJson(
            """{ "statusMessage": { "message": { "content": "", "contentType": "text" } } }""");
    }

    [Fact]
    public async Task SetAsync_NoText_IsRefusedWithTheCure()
    {
        using var graph = new FakeGraph();
        StatusMessageClient status = graph.Client.Me.StatusMessage;

        (await status.Awaiting(s => s.SetAsync("", null, Test.Token)).Should().ThrowExactlyAsync<ArgumentException>())
            .WithParameterName("text").WithMessage("*ClearAsync*");
        await status.Awaiting(s => s.SetAsync(null!, null, Test.Token)).Should()
            .ThrowExactlyAsync<ArgumentNullException>();
        graph.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("2026-09-07T09:00:00+00:00")]
    [InlineData("2026-09-07T10:59:59+02:00")]
    [InlineData("2001-01-01T00:00:00+00:00")]
    public void SetAsync_ExpiryThatIsOver_IsRefusedBeforeAnythingIsSent(string text)
    {
        using var graph = new FakeGraph();
        var moment = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

        foreach (StatusMessageClient client in (StatusMessageClient[])
            [graph.Client.Me.StatusMessage, graph.Client.Users[Samples.Adele].StatusMessage])
        {
            client.Invoking(s => { _ = s.SetAsync("Back soon", moment, Test.Token); }).Should()
                .ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("expiresAt")
                .WithMessage($"*expires at {moment:u}*clock shows 2026-09-07 09:00:00Z*in the future*null*");
        }

        graph.Credential.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task SetAsync_ExpiryThatIsNext_IsSent()
    {
        using var graph = new FakeGraph(Answers.Empty());

        await graph.Client.Me.StatusMessage.SetAsync("Back soon", FakeGraph.Start.AddTicks(1), Test.Token);

        graph.Request.Body.Should().Contain("2026-09-07T09:00:00.0000001");
    }

    [Fact]
    public async Task WriteAsync_ExpiryThatIsOver_IsRefusedByItsIndexAndNothingIsSent()
    {
        using var graph = new FakeGraph();
        PresenceWrite[] writes =
        [
            PresenceWrite.ClearPreferred(Samples.Adele),
            PresenceWrite.SetStatusMessage(Samples.Alex, "Back soon", FakeGraph.Start),
        ];

        graph.Client.Presences.Invoking(p => { _ = p.WriteAsync(writes, Test.Token); }).Should()
            .ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("writes").Which.Message.Should()
            .Contain("index 1").And.Contain("in the future").And.NotContain(Samples.Alex).And.NotContain("Back soon");
        graph.Requests.Should().BeEmpty();
    }
}
