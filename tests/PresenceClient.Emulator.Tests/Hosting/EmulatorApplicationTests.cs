using System.Net;
using Microsoft.AspNetCore.Http;

namespace PresenceClient.Emulator.Tests.Hosting;

public sealed class EmulatorApplicationTests
{
    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("::1", 200)]
    [InlineData("192.0.2.7", 404)]
    public async Task Control_FromElsewhere_IsNotThere(string address, int status)
    {
        var tenant = new Tenant(new PresenceEmulatorOptions { Users = 1 });
        var settings = new TokenSettings(tenant, TimeProvider.System);
        var issuer = new TokenIssuer(tenant, settings, TimeSpan.FromHours(1));
        var authenticator = new Authenticator(tenant, settings, letAnybodyIn: false);
        var service = new GraphService(tenant, new PresenceEmulatorOptions(), authenticator);
        var application = new EmulatorApplication(
            new GraphEndpoint(service, tenant),
            new TokenEndpoint(tenant, issuer, settings),
            new ControlEndpoint(tenant));
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = "/_emulator";
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);

        await application.ProcessRequestAsync(context);

        context.Response.StatusCode.Should().Be(status);
    }
}
