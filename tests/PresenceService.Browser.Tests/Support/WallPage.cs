using System.Drawing;
using Microsoft.Extensions.Configuration;
using OpenQA.Selenium;
using PresenceClient.Emulator;
using PresenceService.Hosting;

namespace PresenceService.Browser.Tests.Support;

/// <summary>The service, with tenants that outlive it, and its page in the browser.</summary>
internal sealed class WallPage : IAsyncDisposable
{
    private static readonly Size Desk = new(1280, 900);

    private readonly ChromiumBrowser _browser;
    private readonly EmulatedTenants _tenants;
    private ServiceHost _host;

    private WallPage(ChromiumBrowser browser, EmulatedTenants tenants, ServiceHost host)
    {
        (_browser, _tenants, _host) = (browser, tenants, host);
        Address = host.Address;
    }

    public Uri Address { get; }

    public IReadOnlyList<EmulatedUser> Users => Contoso.Users;

    public PresenceEmulator Contoso => _tenants["contoso"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts the service and opens its page, and waits until it is live.</summary>
    public static async Task<WallPage> OpenAsync(ChromiumBrowser browser, int users = 30, bool isLive = false)
    {
        browser.Resize(Desk);
        browser.SetDark(isDark: false);
        EmulatedTenants tenants = await EmulatedTenants.StartAsync(
            new ConfigurationBuilder().AddInMemoryCollection(
            [
                new("contoso:Users", $"{users}"), new("contoso:Live", $"{isLive}"), new("fabrikam:Users", "3"),
            ]).Build(),
            Stop);
        var page = new WallPage(browser, tenants, await StartServiceAsync(tenants, "http://127.0.0.1:0"));
        await page.GoAsync("/");
        await page.UntilAsync("return document.querySelector('#connection').dataset.state === 'live'");
        return page;
    }

    public async Task StopServiceAsync() => await _host.DisposeAsync();

    /// <summary>Starts the service again, at the same address.</summary>
    public async Task RestartServiceAsync() =>
        _host = await StartServiceAsync(_tenants, Address.GetLeftPart(UriPartial.Authority));

    public Task GoAsync(string path) => _browser.Driver.Navigate().GoToUrlAsync(new Uri(Address, path));

    /// <summary>Runs a script in the page.</summary>
    public T Run<T>(string script, params object[] args) => (T)_browser.Driver.ExecuteScript(script, args)!;

    /// <summary>Waits until a script returns true.</summary>
    public Task UntilAsync(string script, params object[] args) => _browser.UntilAsync(script, args);

    /// <summary>Waits until a person's tile contains a text.</summary>
    public Task UntilShownAsync(EmulatedUser user, string text) => UntilAsync(
        "return document.querySelector(`[data-id='${arguments[0]}']`)?.textContent.includes(arguments[1]) === true",
        user.Id, text);

    public IWebElement Find(string selector) => _browser.Driver.FindElement(By.CssSelector(selector));

    public IWebElement Focused => _browser.Driver.SwitchTo().ActiveElement();

    /// <summary>The names of the people shown, in their order.</summary>
    public IReadOnlyList<string> Names() =>
        [.. Run<IEnumerable<object>>(
            "return [...document.querySelectorAll('.person:not([hidden]) .name')].map(name => name.textContent)")
            .Cast<string>()];

    /// <summary>The errors of the console since the last call, CSP violations included.</summary>
    public IReadOnlyList<string> Errors() =>
        [.. _browser.Driver.Manage().Logs.GetLog(LogType.Browser)
            .Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message)];

    /// <summary>Keeps a picture of the page.</summary>
    public void Picture(string name)
    {
        string folder = Environment.GetEnvironmentVariable("PRESENCE_SCREENSHOTS")
            ?? Path.Combine(AppContext.BaseDirectory, "TestResults", "screenshots");
        Directory.CreateDirectory(folder);
        _browser.Driver.GetScreenshot().SaveAsFile(Path.Combine(folder, $"{name}.png"));
    }

    public async ValueTask DisposeAsync()
    {
        // Ends the stream of the page.
        await _browser.Driver.Navigate().GoToUrlAsync(new Uri("about:blank"));
        Errors();
        await _host.DisposeAsync();
        await _tenants.DisposeAsync();
    }

    private static Task<ServiceHost> StartServiceAsync(EmulatedTenants tenants, string urls) =>
        ServiceHost.StartAsync(
            [],
            [
                new("Urls", urls),
                new("Logging:LogLevel:Default", "None"),
                new("Tenants:contoso:MaxRetries", "0"),
                new("Watch:MaxInterval", "00:00:02"),
            ],
            tenants,
            Stop);
}
