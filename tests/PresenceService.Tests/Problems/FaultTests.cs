using System.Net;
using PresenceClient.Emulator;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Problems;

/// <summary>The answers to callers when a tenant fails, end to end.</summary>
public sealed class FaultTests
{
    private static readonly string[] Paths = ["/{0}", "?ids={0}", "/{0}/preferred"];

    [Theory]
    [InlineData(400, 400, "Rejected")]
    [InlineData(401, 502, "Sign-in failed")]
    [InlineData(403, 403, "Access denied")]
    [InlineData(404, 404, "Unknown user")]
    [InlineData(500, 502, "No answer")]
    [InlineData(503, 503, "Unavailable")]
    [InlineData(504, 504, "Timeout")]
    public async Task Status_OfTheTenant_IsAProblem(int status, int answered, string title)
    {
        await using TestService service = await TestService.StartAsync();
        service.Contoso.InjectFault(EmulatorFault.Status(status));

        foreach (string path in Paths)
        {
            (await FailAsync(service, path, answered)).Should().Be(title);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BrokenAnswer_IsABadGateway(bool dropped)
    {
        await using TestService service = await TestService.StartAsync();
        service.Contoso.InjectFault(dropped ? EmulatorFault.DropConnection() : EmulatorFault.Truncate(10));

        (await FailAsync(service, Paths[0], 502)).Should().Be("No answer");
        (await FailAsync(service, Paths[1], 502)).Should().Be("No answer");
    }

    [Fact]
    public async Task Throttled_SaysWhenToComeBack_InWholeSeconds()
    {
        await using TestService service = await TestService.StartAsync(("Tenants:contoso:WaitWhenThrottled", "false"));
        service.Contoso.InjectFault(EmulatorFault.Throttle(TimeSpan.FromMinutes(5)));
        string id = service.Contoso.Users[0].Id;

        using HttpResponseMessage answer = await service.SendAsync(HttpMethod.Get, $"/contoso/presence/{id}");

        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Endless_AnswerOfTheTenant_IsATimeout()
    {
        await using TestService service =
            await TestService.StartAsync(("Tenants:contoso:AttemptTimeout", "00:00:00.200"));
        service.Contoso.InjectFault(EmulatorFault.Endless());

        (await FailAsync(service, Paths[0], 504)).Should().Be("Timeout");
    }

    [Fact]
    public async Task UserThatTheTenantDoesNotReturn_IsNotFound()
    {
        await using TestService service = await TestService.StartAsync();
        service.Contoso.InjectFault(EmulatorFault.BulkEntries(EntryDamage.Omit));

        (await FailAsync(service, Paths[0], 404)).Should().Be("Unknown user");
    }

    private static async Task<string?> FailAsync(TestService service, string path, int status)
    {
        string rest = path.Replace("{0}", service.Contoso.Users[0].Id, StringComparison.Ordinal);
        HttpMethod method =
            path.EndsWith("preferred", StringComparison.Ordinal) ? HttpMethod.Delete : HttpMethod.Get;
        return (await service.ShouldFailAsync((HttpStatusCode)status, $"/contoso/presence{rest}", method)).Title;
    }
}
