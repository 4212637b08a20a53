using System.Diagnostics;
using System.Drawing;
using OpenQA.Selenium;
using PresenceClient.Emulator;
using PresenceService.Browser.Tests.Support;

namespace PresenceService.Browser.Tests;

/// <summary>The presence wall, as a person sees and uses it.</summary>
public sealed class WallTests(ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    [Fact]
    public async Task Wall_ShowsAllPeople_WithASymbolAWordAndATime()
    {
        await using WallPage page = await WallPage.OpenAsync(browser);
        EmulatedUser user = page.Users.First(one => one.AccountEnabled);
        user.SetTeamsClient("DoNotDisturb", "Presenting");
        await page.UntilShownAsync(user, "Do not disturb · Presenting");

        string tile = page.Run<string>(
            "return document.querySelector(`[data-id='${arguments[0]}']`).textContent", user.Id);

        page.Names().Should().BeEquivalentTo(
            page.Users.Where(one => one.AccountEnabled).Select(one => one.DisplayName));
        tile.Should().Contain("⊖").And.MatchRegex(@"since \d\d:\d\d");
        page.Run<string>("return document.querySelector('#connection').textContent").Should().Be("Live");
        page.Run<long>(
            "return [...document.querySelectorAll('#filters button')]"
            + ".reduce((sum, button) => sum + Number(button.textContent.match(/\\d+$/)[0]), 0)")
            .Should().Be(page.Names().Count);
        page.Errors().Should().BeEmpty();
    }

    [Fact]
    public async Task Change_InTheTenant_AppearsWithoutAReload()
    {
        await using WallPage page = await WallPage.OpenAsync(browser);
        EmulatedUser user = page.Users.First(one => one.AccountEnabled);
        page.Run<object?>("window.notReloaded = true");

        var watch = Stopwatch.StartNew();
        user.JoinCall();
        await page.UntilShownAsync(user, "Busy · In a call");

        // The time is printed, not compared: the machine can be busy.
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"The change appeared after {watch.Elapsed.TotalSeconds:0.0} s.");
        page.Run<bool>("return window.notReloaded === true").Should().BeTrue();
        page.Errors().Should().BeEmpty();
    }

    [Fact]
    public async Task FilterAndSearch_ChooseWhoIsShown()
    {
        await using WallPage page = await WallPage.OpenAsync(browser);
        EmulatedUser[] users = [.. page.Users.Where(one => one.AccountEnabled)];
        foreach (EmulatedUser user in users)
        {
            user.EndTeamsClient();
            user.ClearOutOfOffice();
            user.ClearCalendar();
            user.SetTeamsClient("Available", "Available");
        }

        users[0].SetTeamsClient("Busy", "InACall");
        await page.UntilShownAsync(users[0], "In a call");
        await page.UntilAsync("return document.querySelectorAll('.person.Available').length === arguments[0]",
            users.Length - 1);

        page.Find("#filters button[value=Busy]").Click();
        await page.UntilAsync("return document.querySelectorAll('.person:not([hidden])').length === 1");
        page.Names().Should().Equal(users[0].DisplayName);
        users[1].SetTeamsClient("Busy", "InACall");
        await page.UntilAsync("return document.querySelectorAll('.person:not([hidden])').length === 2");

        page.Find("#filters button[value=Busy]").Click();
        page.Find("#search").SendKeys(users[2].DisplayName.ToUpperInvariant());
        await page.UntilAsync("return document.querySelectorAll('.person:not([hidden])').length < 3");
        page.Names().Should().Contain(users[2].DisplayName);
        page.Find("#shown").Text.Should().EndWith($"of {users.Length} people shown");
        page.Find("#search").SendKeys("zzz");
        await page.UntilAsync("return document.querySelectorAll('.person:not([hidden])').length === 0");
        page.Errors().Should().BeEmpty();
    }

    [Fact]
    public async Task SortAndGroups_ArrangeThePeople()
    {
        await using WallPage page = await WallPage.OpenAsync(browser);
        EmulatedUser[] users = [.. page.Users.Where(one => one.AccountEnabled)];
        users[^1].ClearOutOfOffice();
        users[^1].SetTeamsClient("Available", "Available");
        await page.UntilShownAsync(users[^1], "Available");
        page.Run<string>("return document.querySelector('.person:not([hidden])').className").Should()
            .Contain("Available");

        page.Run<object?>(
            "const sort = document.querySelector('#sort');"
            + "sort.value = 'name'; sort.dispatchEvent(new Event('change'))");
        await page.UntilAsync(
            "const names = [...document.querySelectorAll('.name')].map(name => name.textContent);"
            + "return names.every((name, i) => i === 0 || names[i - 1].localeCompare(name) <= 0)");

        page.Find("#group").Click();
        await page.UntilAsync("return document.querySelectorAll('h2').length > 1");
        EmulatedGroup team = page.Contoso.Groups.First(group => group.Groups.Count == 0);
        page.Run<long>(
            "const heading = [...document.querySelectorAll('h2')].find(h => h.textContent === arguments[0]);"
            + "return heading.parentElement.querySelectorAll('.person').length",
            team.DisplayName).Should().Be(team.Members.Count(member => member.AccountEnabled));
        page.Names().Distinct().Should().HaveCount(users.Select(user => user.DisplayName).Distinct().Count());
        page.Errors().Should().BeEmpty();
    }

    [Fact]
    public async Task Service_Restarted_IsLiveAgainByItselfAndNoChangeIsLost()
    {
        await using WallPage page = await WallPage.OpenAsync(browser);
        EmulatedUser user = page.Users.First(one => one.AccountEnabled);
        page.Run<object?>("window.notReloaded = true");

        await page.StopServiceAsync();
        await page.UntilAsync("return document.querySelector('#connection').textContent.includes('Stale since')");
        page.Picture("reconnecting");
        user.SetTeamsClient("DoNotDisturb", "Presenting");
        await page.RestartServiceAsync();

        await page.UntilShownAsync(user, "Presenting");
        await page.UntilAsync("return document.querySelector('#connection').dataset.state === 'live'");
        user.SetTeamsClient("Busy", "InAConferenceCall");
        await page.UntilShownAsync(user, "In a conference call");
        page.Run<bool>("return window.notReloaded === true").Should().BeTrue();
        page.Errors().Should().NotContain(
            error => !error.Contains("net::ERR_", StringComparison.Ordinal), "only the network failed");
    }

    [Fact]
    public async Task Outage_OfTheTenant_ShowsAsStaleUntilItEnds()
    {
        await using WallPage page = await WallPage.OpenAsync(browser);

        using (page.Contoso.InjectFault(EmulatorFault.Status(503)))
        {
            await page.UntilAsync(
                "return /^Stale since \\d\\d:\\d\\d/.test(document.querySelector('#connection').textContent)");
            page.Run<bool>("return document.body.classList.contains('stale')").Should().BeTrue();
            page.Names().Should().NotBeEmpty("the last states stay");
            page.Picture("stale");
        }

        await page.UntilAsync("return document.querySelector('#connection').textContent === 'Live'");
        page.Run<bool>("return document.body.classList.contains('stale')").Should().BeFalse();
        page.Errors().Should().BeEmpty();
    }

    [Fact]
    public async Task Keyboard_ReachesAndUsesEveryControl()
    {
        await using WallPage page = await WallPage.OpenAsync(browser);
        List<string> reached = [];
        page.Run<object?>("document.body.focus()");
        for (int press = 0; press < 14; press++)
        {
            page.Focused.SendKeys(Keys.Tab);
            IWebElement focused = page.Focused;
            reached.Add($"{focused.TagName}#{focused.GetAttribute("id")}{focused.GetAttribute("value")}");
            if (focused.GetAttribute("value") == "Busy")
            {
                focused.SendKeys(Keys.Space);
                focused.SendKeys(Keys.Space);
                focused.SendKeys(Keys.Enter);
            }
        }

        reached.Should().ContainInOrder(
            "a#", "select#tenantcontoso", "input#search", "select#sortreachability", "input#groupon",
            "button#Available", "button#Busy", "button#Unknown", "summary#");
        await page.UntilAsync(
            "return document.querySelector('#filters button[value=Busy]').getAttribute('aria-pressed') === 'true'");
    }

    [Fact]
    public async Task ScreenReader_FindsStatusListsAndNames()
    {
        await using WallPage page = await WallPage.OpenAsync(browser);

        page.Find("#connection").GetAttribute("role").Should().Be("status");
        page.Run<string>("return document.documentElement.lang").Should().Be("en");
        page.Run<long>("return document.querySelectorAll('main ul[role=list] > li.person').length")
            .Should().Be(page.Names().Count);
        page.Run<long>("return document.querySelectorAll('.symbol:not([aria-hidden=true])').length")
            .Should().Be(0, "the word says it");
        page.Run<long>(
            "return [...document.querySelectorAll('input, select')].filter(control => !control.labels.length).length")
            .Should().Be(0);
    }

    [Theory]
    [InlineData(360, 740, false)]
    [InlineData(1280, 900, true)]
    [InlineData(3840, 2160, false)]
    [InlineData(3840, 2160, true)]
    public async Task Width_OfAnyScreen_NeedsNoSidewaysScrolling(int width, int height, bool isDark)
    {
        await using WallPage page = await WallPage.OpenAsync(browser, users: 120, isLive: true);
        browser.Resize(new Size(width, height));
        browser.SetDark(isDark);
        page.Find("summary").Click();

        page.Run<bool>("return document.documentElement.scrollWidth <= window.innerWidth").Should().BeTrue();
        page.Run<bool>(
            "return [...document.querySelectorAll('.person, button, input, select')]"
            + ".every(part => part.getBoundingClientRect().right <= window.innerWidth)").Should().BeTrue();
        page.Find("summary").Click();
        page.Run<object?>("window.scrollTo(0, 0)");
        page.Picture($"wall-{width}-{(isDark ? "dark" : "light")}");
        page.Errors().Should().BeEmpty();
    }

    [Fact]
    public async Task TwoThousandPeople_AreShownAndStayUsable()
    {
        await using WallPage page = await WallPage.OpenAsync(browser, users: 2_000);
        EmulatedUser[] users = [.. page.Users.Where(one => one.AccountEnabled)];

        page.Run<long>("return document.querySelectorAll('.person').length").Should().Be(users.Length);
        page.Run<object?>("""
            window.longest = 0;
            new PerformanceObserver(list => list.getEntries().forEach(
                task => { window.longest = Math.max(window.longest, task.duration); })).observe({ type: "longtask" });
            """);
        users[1_000].SetTeamsClient("DoNotDisturb", "Presenting");
        await page.UntilShownAsync(users[1_000], "Presenting");
        page.Find("#search").SendKeys(users[1_000].DisplayName);
        await page.UntilAsync("return document.querySelectorAll('.person:not([hidden])').length < 20");

        // Printed, not compared: the machine can be busy.
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"The longest task of the page took {page.Run<object>("return Math.round(window.longest)")} ms.");
        page.Errors().Should().BeEmpty();
    }

    [Fact]
    public async Task Commands_HaveRealIdsAndWork()
    {
        await using WallPage page = await WallPage.OpenAsync(browser);
        page.Find("summary").Click();
        string commands = page.Find("#curl").Text;
        string read = commands.Split('\n')[0];

        using var http = new HttpClient();
        string answer = await http.GetStringAsync(
            new Uri(read["curl ".Length..].Trim()), TestContext.Current.CancellationToken);

        answer.Should().Contain("\"availability\":");
        page.Find("footer a").GetAttribute("href").Should().EndWith("/openapi/v1.json");
    }

    [Fact]
    public async Task Error_InTheBrowser_IsAReadablePage()
    {
        await using WallPage page = await WallPage.OpenAsync(browser);

        await page.GoAsync("/contoso/presence/adele@contoso.com");

        page.Find("h1").Text.Should().Be("Bad id (400)");
        page.Find("p").Text.Should().Contain("object id");
        page.Find("a").GetAttribute("href").Should().Be(page.Address.ToString());
        page.Run<string>("return getComputedStyle(document.body).fontFamily").Should().Contain("system-ui");
    }

    [Fact]
    public async Task Policy_OfThePage_BlocksInlineScripts()
    {
        await using WallPage page = await WallPage.OpenAsync(browser);

        page.Run<object?>("""
            const script = document.createElement("script");
            script.textContent = "window.injected = true";
            document.body.append(script);
            """);

        page.Run<bool>("return window.injected === undefined").Should().BeTrue();
        page.Errors().Should().Contain(error => error.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
