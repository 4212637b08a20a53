using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PresenceClient;
using PresenceClient.Emulator;
using PresenceClient.TestSupport;
using PresenceService.Browser.Tests.Support;

namespace PresenceService.Browser.Tests;

/// <summary>The web page that docs/migrating-from-graph-toolkit.md shows, as it is there.</summary>
public sealed partial class ToolkitPageTests(ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    private static readonly string Guide = File.ReadAllText(
        Repository.PathOf("docs", "migrating-from-graph-toolkit.md"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_OfTheGuide_ShowsTheStateEachChangeAndALostConnection()
    {
        await using PresenceEmulator tenant = await PresenceEmulator.StartAsync(
            options => options.AddUser("Adele Vance", "adele@contoso.com"), Stop);
        EmulatedUser adele = tenant.User("Adele Vance");
        adele.JoinCall();
        await using WebApplication host = await StartAsync(tenant, adele);

        await browser.Driver.Navigate().GoToUrlAsync(new Uri(host.Urls.Single()));
        await UntilShownAsync("InACall");
        await browser.UntilAsync("return document.getElementById('connection').textContent === 'Live'");
        adele.StartPresenting();
        await UntilShownAsync("Presenting");
        await host.StopAsync(Stop);
        await browser.UntilAsync("return document.getElementById('connection').textContent === 'Reconnecting …'");
        await browser.Driver.Navigate().GoToUrlAsync(new Uri("about:blank"));
    }

    private static async Task<WebApplication> StartAsync(PresenceEmulator tenant, EmulatedUser user)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(tenant.CreateCredential());
        builder.Services.AddPresenceClient(options => options.BaseAddress = tenant.BaseAddress);
        builder.Services.AddPresenceWatch(options => options.Interval = TimeSpan.FromSeconds(1));
        WebApplication host = builder.Build();

        host.Services.GetRequiredService<PresenceWatch>().Users.Add(user.Id);
        host.MapPresenceEvents("/events");
        string page = BlocksOf("html").Last().Replace(SampleId().Match(Guide).Value, user.Id, StringComparison.Ordinal);
        host.MapGet("/", () => Results.Content($"<!doctype html><meta charset=utf-8>{page}", "text/html"));
        host.MapGet("/people.js", () => Results.Content(BlocksOf("js").Single(), "text/javascript"));
        await host.StartAsync(Stop);
        return host;
    }

    private static IEnumerable<string> BlocksOf(string language) =>
        Regex.Matches(Guide, $"^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)
            .Select(block => block.Groups[1].Value);

    private Task UntilShownAsync(string state) => browser.UntilAsync(
        "return document.querySelector('[data-user] span').textContent === arguments[0]", state);

    // The id of the person in the examples.
    [GeneratedRegex("(?<=data-user=\")[0-9a-f-]{36}")]
    private static partial Regex SampleId();
}
