using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using PresenceClient.Emulator;
using PresenceService.Endpoints;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Bodies;

/// <summary>The body of a PUT is strict, and each error says what to send.</summary>
public sealed class PreferredBodyTests
{
    private const string Path = "/contoso/presence/11111111-1111-4111-8111-111111111111/preferred";

    private const string Example = """{"presence":"Busy","duration":"PT1H30M"}""";

    [Theory]
    [InlineData("""{"presence":"Busy","durration":"PT1H"}""", "'durration', which is not known")]
    [InlineData("""{"Presence":"Busy"}""", "'Presence', which is not known")]
    [InlineData("""{"presence":"Busy","Duration":"PT1H"}""", "'Duration', which is not known")]
    [InlineData("""{"presence":"Busy","a_property_with_a_long_name":1}""", "a property, which is not known")]
    [InlineData("""{"presence":"Busy","presence":"Away"}""", "'presence' twice")]
    [InlineData("""{"presence":"Busy","duration":"PT1H","duration":null}""", "'duration' twice")]
    [InlineData("{}", "\"presence\" is missing")]
    [InlineData("""{"duration":"PT1H"}""", "\"presence\" is missing")]
    [InlineData("null", "not a JSON object")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("\"Busy\"", "not a JSON object")]
    [InlineData("{", "not valid JSON in UTF-8 at line 1, byte 2")]
    [InlineData("""{"presence":"Busy"}}""", "not valid JSON")]
    [InlineData("""{"presence":"Busy",}""", "not valid JSON")]
    [InlineData("""{"presence":"Busy"/**/}""", "not valid JSON")]
    [InlineData("""{"\ud800":1}""", "not valid JSON")]
    [InlineData("""{"presence":"\ud800"}""", "not valid JSON")]
    [InlineData(" ", "not valid JSON")]
    [InlineData("", "The body is missing")]
    public async Task Body_OfAnotherShape_ShowsTheRightOne(string body, string fault) =>
        (await FailAsync(body)).Should().Contain(fault).And.EndWith($"for example {Example}.");

    [Theory]
    [InlineData("7", "a number")]
    [InlineData("\"7\"", "'7'")]
    [InlineData("\"Asleep\"", "'Asleep'")]
    [InlineData("\"Busy,Away\"", "'Busy,Away'")]
    [InlineData("\" Busy\"", "' Busy'")]
    [InlineData("\"adele@contoso.com\"", "not valid")]
    [InlineData("true", "a boolean")]
    [InlineData("null", "null")]
    [InlineData("[\"Busy\"]", "an array")]
    [InlineData("{}", "an object")]
    public async Task Presence_Invalid_ListsTheValues(string presence, string named) =>
        (await FailAsync($$"""{"presence":{{presence}}}""")).Should().Be(
            $"\"presence\" is {named}. Write one of Available, Busy, DoNotDisturb, BeRightBack, Away, Offline.");

    [Theory]
    [InlineData("\"24\"", "'24'")]
    [InlineData("\"P1M\"", "'P1M'")]
    [InlineData("\"a long text that nobody needs to read again\"", "not valid")]
    [InlineData("24", "a number")]
    [InlineData("[]", "an array")]
    public async Task Duration_Invalid_SaysWhatToWrite(string duration, string named) =>
        (await FailAsync($$"""{"presence":"Busy","duration":{{duration}}}""")).Should()
            .StartWith($"\"duration\" is {named}. Write a duration longer than zero").And.Contain("PT1H30M")
            .And.Contain("hh:mm:ss");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=nonsense")]
    [InlineData("application/json;;")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task Body_OfAnotherType_SaysWhichToSend(string? contentType)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Example));
        if (contentType is not null)
        {
            body.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        (await FailAsync(body, HttpStatusCode.UnsupportedMediaType)).Should().Contain("application/json");
    }

    [Fact]
    public async Task Body_NotInUtf8_SaysSo()
    {
        using var body = new ByteArrayContent([.. "{\"presence\":\"B"u8, 0xff, .. "sy\"}"u8]);
        body.Headers.ContentType = new("application/json");

        (await FailAsync(body, HttpStatusCode.BadRequest)).Should().StartWith("The body is not valid JSON in UTF-8");
    }

    [Fact]
    public async Task Body_TooLong_IsRefused()
    {
        using var body = new StringContent(Example.PadRight(5_000), mediaType: new("application/json"));

        (await FailAsync(body, HttpStatusCode.RequestEntityTooLarge)).Should().Contain("4096 bytes");
    }

    [Theory]
    [InlineData("""{"presence":"Busy"}""")]
    [InlineData("""{"presence":"busy"}""")]
    [InlineData("""{"duration":"PT1H30M","presence":"Busy"}""")]
    [InlineData("""{"presence":"Busy","duration":"01:30:00"}""")]
    [InlineData("""{"presence":"Busy","duration":null}""")]
    public async Task Body_OfTheRightShape_IsTaken(string body)
    {
        await using TestService service = await TestService.StartAsync();

        await service.PutAsync("contoso", service.Contoso.Users[0].Id, body);

        service.Contoso.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("PT1H30M", 90)]
    [InlineData("24:00:00", 24 * 60)]
    [InlineData("P1W", 7 * 24 * 60)]
    public async Task Duration_IsHowLongThePresenceStays(string duration, int minutes)
    {
        await using TestService service = await TestService.StartAsync();
        EmulatedUser user = service.Contoso.Users[0];
        user.JoinCall();
        await service.PutAsync("contoso", user.Id, $$"""{"presence":"Busy","duration":"{{duration}}"}""");

        service.Contoso.Advance(TimeSpan.FromMinutes(minutes - 1));
        PresenceAnswer? before = await service.ReadAsync("contoso", user.Id);
        service.Contoso.Advance(TimeSpan.FromMinutes(1));
        PresenceAnswer? after = await service.ReadAsync("contoso", user.Id);

        before!.Activity.Should().Be("Busy");
        after!.Activity.Should().Be("InACall");
    }

    private static Task<string> FailAsync(string body) =>
        FailAsync(new StringContent(body, mediaType: new("application/json")), HttpStatusCode.BadRequest);

    private static async Task<string> FailAsync(HttpContent body, HttpStatusCode status)
    {
        await using TestService service = await TestService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Path, UriKind.Relative)) { Content = body };

        ProblemDetails problem = await service.ShouldFailAsync(status, request);

        service.Contoso.Requests.Should().BeEmpty();
        return problem.Detail!;
    }
}
