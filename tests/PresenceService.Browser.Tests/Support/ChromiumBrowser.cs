using System.Diagnostics.CodeAnalysis;
using System.Drawing;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace PresenceService.Browser.Tests.Support;

/// <summary>
/// Debian's Chromium, or Chrome where the machine has that, without a window. The tests of a class share it.
/// </summary>
public sealed class ChromiumBrowser : IDisposable
{
    private const string Folder = "/usr/bin";
    private const string Debian = Folder + "/chromium";
    private const string Chrome = Folder + "/google-chrome";
    private const string Required = "PRESENCE_REQUIRE_BROWSER";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Lazy<ChromeDriver> _driver = new(Start);

    private static string Binary => File.Exists(Debian) ? Debian : Chrome;

    private static bool IsInstalled => File.Exists(Binary) && File.Exists(Path.Combine(Folder, "chromedriver"));

    /// <summary>The driver; the test is skipped if there is no browser.</summary>
    public ChromeDriver Driver
    {
        get
        {
            bool isRequired = Environment.GetEnvironmentVariable(Required) == "1";
            Assert.SkipUnless(
                IsInstalled || isRequired,
                $"There is no {Debian} with {Folder}/chromedriver. Install Debian's packages chromium and "
                + "chromium-driver to run the tests of the page.");
            return _driver.Value;
        }
    }

    public void Dispose()
    {
        if (_driver.IsValueCreated)
        {
            _driver.Value.Dispose();
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The driver disposes its service.")]
    private static ChromeDriver Start()
    {
        var options = new ChromeOptions { BinaryLocation = Binary };
        options.AddArguments(
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en-GB");
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        return new ChromeDriver(
            ChromeDriverService.CreateDefaultService(Folder, "chromedriver"), options, TimeSpan.FromMinutes(2));
    }

    /// <summary>Sets the size of the page, in CSS pixels.</summary>
    public void Resize(Size size) => Driver.ExecuteCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        new Dictionary<string, object?>
        {
            ["width"] = size.Width,
            ["height"] = size.Height,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = false,
        });

    /// <summary>Sets whether the person prefers a dark page.</summary>
    public void SetDark(bool isDark) => Driver.ExecuteCdpCommand(
        "Emulation.setEmulatedMedia",
        new Dictionary<string, object?>
        {
            ["features"] = new[]
            {
                new Dictionary<string, object?>
                {
                    ["name"] = "prefers-color-scheme",
                    ["value"] = isDark ? "dark" : "light",
                },
            },
        });

    /// <summary>Waits until a script in the page returns true.</summary>
    public async Task UntilAsync(string script, params object[] args)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (Driver.ExecuteScript(script, args) is not true)
        {
            await FluentActions.Awaiting(() => timer.WaitForNextTickAsync(limit.Token).AsTask())
                .Should().NotThrowAsync($"the page does not reach: {script}");
        }
    }
}
