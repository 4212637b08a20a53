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
        await using TestTenant tenant = await TestTenant.StartAsync();
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = "/_emulator";
        context.Request.Host = new HostString("localhost");
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);

        await tenant.Emulator.Served.ProcessRequestAsync(context);

        context.Response.StatusCode.Should().Be(status);
    }
}
