using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using PresenceClient.AspNetCore.Tests.Support;

namespace PresenceClient.AspNetCore.Tests.Events;

/// <summary>Selections of users by the query, and the filter of the host.</summary>
public sealed class SelectionTests
{
    private const string OneId = "11111111-1111-4111-8111-111111111111";

    [Fact]
    public async Task Ids_SelectUsers_WhateverTheirCase()
    {
        await using TestApp app = await TestApp.StartAsync();
        string[] ids = [.. app.Graph.Users.Select(user => user.Id)];
        await using Browser browser = await Browser.OpenAsync(
            app, $"/events?ids={ids[2].ToUpperInvariant()},%20{ids[0]},{OneId}");

        List<Event> events = await browser.SweepAsync();
        await app.ShowAsync(1, "Busy", "InACall");
        await app.ShowAsync(2, "Busy", "InACall");
        List<Event> later = await browser.UntilAsync("change");

        events[1].Users.Select(user => user.Id).Should().BeEquivalentTo(ids[0], ids[2]);
        events[^1].Data.GetProperty("users").GetInt32().Should().Be(2, "the others are not the caller's business");
        later.SelectMany(item => item.Name == "change" ? item.Users : []).Should()
            .OnlyContain(user => user.Id == ids[2]);
    }

    [Theory]
    [InlineData("ids=", "ids without a value")]
    [InlineData("ids=,%20,", "ids without a value")]
    [InlineData("ids", "ids without a value")]
    [InlineData("ids=adele@contoso.com", "Id 1 of 1 in the query is not an object id.")]
    [InlineData("ids=" + OneId + ",../../x", "Id 2 of 2 in the query is not an object id.")]
    [InlineData("ids=" + OneId + "&ids=0x1", "Id 2 of 2 in the query is not an object id.")]
    [InlineData("group=", "a group without a name")]
    [InlineData("group=%20", "a group without a name")]
    [InlineData("group=a&group=b", "2 groups")]
    [InlineData("group=a&ids=" + OneId, "both ids and a group")]
    public async Task Query_NotValid_IsAProblemThatSaysWhatToWrite(string query, string fault)
    {
        await using TestApp app = await TestApp.StartAsync(o => o.Filter = All);

        ProblemDetails problem = await FailAsync(app, $"/events?{query}", HttpStatusCode.BadRequest);

        problem.Detail.Should().Contain(fault).And.Contain("?ids={id},{id}").And.Contain("?group={name}");
        problem.Detail.Should().NotContainAny("adele@contoso.com", "../../x", "0x1");
    }

    [Fact]
    public async Task Group_WithoutAFilter_IsAProblem()
    {
        await using TestApp app = await TestApp.StartAsync();

        (await FailAsync(app, "/events?group=Sales", HttpStatusCode.BadRequest)).Detail
            .Should().Contain("no groups").And.Contain("?ids={id},{id}");
    }

    [Fact]
    public async Task Group_OfTheHost_SelectsItsUsers()
    {
        await using TestApp app = await TestApp.StartAsync(o => o.Filter = (request, _) => ValueTask.FromResult(
            request.Group switch
            {
                null => PresenceEventsFilter.Everyone,
                "Sales & Co" => PresenceEventsFilter.Users(Watch(request).Users.Take(2)),
                "Board" => PresenceEventsFilter.Denied,
                _ => PresenceEventsFilter.NotFound,
            }));
        await using Browser browser = await Browser.OpenAsync(app, "/events?group=Sales%20%26%20Co");

        (await browser.SweepAsync())[1].Users.Select(user => user.Id)
            .Should().BeEquivalentTo(app.Watch.Users.Take(2));
        (await FailAsync(app, "/events?group=Board", HttpStatusCode.Forbidden)).Detail.Should().NotBeEmpty();
        (await FailAsync(app, "/events?group=Nobody", HttpStatusCode.NotFound)).Detail
            .Should().Contain("?group=").And.NotContain("Nobody");
    }

    [Fact]
    public async Task Ids_OfTheQuery_OnlyNarrowWhatTheHostAllows()
    {
        await using TestApp app = await TestApp.StartAsync(o => o.Filter = (request, _) =>
            ValueTask.FromResult(PresenceEventsFilter.Users(Watch(request).Users.Take(2))));
        string[] ids = [.. app.Watch.Users];
        await using Browser browser = await Browser.OpenAsync(app, $"/events?ids={ids[1]},{ids[2]}");

        (await browser.SweepAsync())[1].Users.Select(user => user.Id).Should().Equal(ids[1]);
    }

    [Fact]
    public async Task Everyone_ForAGroup_IsAnErrorOfTheHost()
    {
        await using TestApp app = await TestApp.StartAsync(o => o.Filter = All);

        using HttpResponseMessage answer = await Browser.GetAsync(app, "/events?group=Sales");

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public void Filter_IdThatIsNotOne_NamesItsPlaceAndTheRule() =>
        FluentActions.Invoking(() => PresenceEventsFilter.Users([OneId, "adele@contoso.com"]))
            .Should().Throw<ArgumentException>().WithMessage("The id at index 1 is not an object id.*ResolveAsync*");

    private static ValueTask<PresenceEventsFilter> All(PresenceEventsRequest request, CancellationToken stop) =>
        ValueTask.FromResult(PresenceEventsFilter.Everyone);

    private static PresenceWatch Watch(PresenceEventsRequest request) =>
        (PresenceWatch)request.HttpContext.RequestServices.GetService(typeof(PresenceWatch))!;

    private static async Task<ProblemDetails> FailAsync(TestApp app, string path, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await Browser.GetAsync(app, path);
        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        return (await answer.Content.ReadFromJsonAsync<ProblemDetails>(Bounded.Stop))!;
    }
}
