using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Azure.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PresenceClient.AspNetCore.Tests.Support;
using PresenceClient.Emulator;

namespace PresenceClient.AspNetCore.Tests.Events;

/// <summary>How a host maps the events.</summary>
public sealed class MappingTests
{
    [Fact]
    public async Task RequireAuthorization_OnTheEndpoint_AppliesBeforeAnythingIsRead()
    {
        await using TestApp app = await TestApp.StartAsync(
            services: (services, _) =>
            {
                services.AddAuthentication("key").AddScheme<AuthenticationSchemeOptions, KeyHandler>("key", null);
                services.AddAuthorization();
            },
            map: (host, events) =>
            {
                host.UseAuthentication();
                host.UseAuthorization();
                events.RequireAuthorization();
            });

        using HttpResponseMessage denied = await Browser.GetAsync(app, "/events");
        using HttpResponseMessage stillDenied = await Browser.GetAsync(app, "/events?ids=x");
        await using Browser allowed = await Browser.OpenAsync(app, "/events?key=right");

        denied.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        stillDenied.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await allowed.SweepAsync())[1].Users.Should().HaveCount(3);
    }

    [Fact]
    public async Task MapKeyedPresenceEvents_SendsTheChangesOfThatWatch()
    {
        await using PresenceEmulator fabrikam = await PresenceEmulator.StartAsync(o => o.Users = 2, Bounded.Stop);
        await using TestApp app = await TestApp.StartAsync(
            services: (services, _) =>
            {
                services.AddKeyedSingleton<TokenCredential>("fabrikam", (_, _) => fabrikam.CreateCredential());
                services.AddKeyedPresenceClient("fabrikam", o => o.BaseAddress = fabrikam.BaseAddress);
                services.AddKeyedPresenceWatch("fabrikam");
            },
            map: (host, _) =>
            {
                host.MapKeyedPresenceEvents("/fabrikam/events", "fabrikam");
                host.Services.GetRequiredKeyedService<PresenceWatch>("fabrikam").Users
                    .Add(fabrikam.Users.Select(user => user.Id));
            });
        await using Browser browser = await Browser.OpenAsync(app, "/fabrikam/events");

        (await browser.SweepAsync()).Where(item => item.Name == "initial").SelectMany(item => item.Users)
            .Select(user => user.Id).Should().BeEquivalentTo(fabrikam.Users.Select(user => user.Id));
    }

    [Fact]
    public void Map_WithoutAWatch_SaysWhatToCall()
    {
        using WebApplication app = WebApplication.CreateSlimBuilder().Build();

        app.Invoking(host => host.MapPresenceEvents("/events")).Should().Throw<InvalidOperationException>()
            .WithMessage("No PresenceWatch is registered.*Call AddPresenceWatch*");
        app.Invoking(host => host.MapKeyedPresenceEvents("/events", "contoso")).Should()
            .Throw<InvalidOperationException>().WithMessage("*under the key 'contoso'*Call AddKeyedPresenceWatch*");
        app.Invoking(host => host.MapKeyedPresenceEvents("/events", " ")).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(0, "BeatInterval is 00:00:00.")]
    [InlineData(1, "MaxDuration is 2.00:00:00.")]
    [InlineData(2, "Parts is None.")]
    [InlineData(3, "Parts is 64.")]
    public void Map_OptionThatIsNotValid_NamesTheValueAndTheRule(int wrong, string fault)
    {
        using WebApplication app = WebApplication.CreateSlimBuilder().Build();
        Action<PresenceEventsOptions> configure = wrong switch
        {
            0 => o => o.BeatInterval = TimeSpan.Zero,
            1 => o => o.MaxDuration = TimeSpan.FromDays(2),
            2 => o => o.Parts = PresenceParts.None,
            _ => o => o.Parts = (PresenceParts)64,
        };

        app.Invoking(host => host.MapPresenceEvents("/events", configure)).Should().Throw<ArgumentException>()
            .WithMessage($"{fault}*");
    }

    [SuppressMessage("Performance", "CA1812", Justification = "The authentication creates it.")]
    private sealed class KeyHandler(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Query["key"] == "right"
                ? AuthenticateResult.Success(
                    new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity("key")), Scheme.Name))
                : AuthenticateResult.NoResult());
    }
}
