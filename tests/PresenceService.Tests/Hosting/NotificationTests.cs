using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Hosting;

public sealed class NotificationTests
{
    private const string Section = "Notifications:contoso:";

    [Fact]
    public async Task Hook_OfATenantWithNotifications_AnswersTheValidation()
    {
        await using TestService service = await TestService.StartAsync(
            (Section + "Url", "https://hook.contoso.example/hooks/contoso"),
            (Section + "Watchers:alex:MaxRetries", "0"));

        using HttpResponseMessage answer = await ValidateAsync(service, "contoso");
        using HttpResponseMessage other = await ValidateAsync(service, "fabrikam");

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be("the token");
        other.StatusCode.Should().NotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Start_NotificationsWithoutWatcher_SaysWhatIsMissing() =>
        (await FluentActions.Awaiting(() => TestService.StartAsync((Section + "Url", "https://hook.contoso.example/")))
            .Should().ThrowAsync<OptionsValidationException>())
        .Which.Failures.Should().Contain(fault => fault.Contains("AddWatcher"));

    [Fact]
    public async Task Start_CertificateThatIsMissing_NamesTheFile() =>
        (await FluentActions.Awaiting(() => TestService.StartAsync(
                (Section + "Url", "https://hook.contoso.example/"),
                (Section + "Certificates:0:File", "missing.pfx"),
                (Section + "Watchers:alex:MaxRetries", "0")))
            .Should().ThrowAsync<OptionsValidationException>())
        .Which.Failures.Should().Contain(fault => fault.Contains("'missing.pfx'"));

    private static async Task<HttpResponseMessage> ValidateAsync(TestService service, string tenant)
    {
        using var content = new StringContent("", Encoding.UTF8, "text/plain");
        return await service.Http.PostAsync(
            new Uri($"/hooks/{tenant}?validationToken=the%20token", UriKind.Relative), content);
    }
}
