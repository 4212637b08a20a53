using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace PresenceClient.Emulator.Hosting;

/// <summary>The server without a socket. Requests come from a handler in the same process.</summary>
internal sealed class InMemoryServer : IDisposable
{
    private readonly TestServer _server = new(NoServices.Instance);

    /// <summary>Starts synchronously, because it binds no port.</summary>
    public InMemoryServer(IHttpApplication<HttpContext> application) =>
        ((IServer)_server).StartAsync(application, CancellationToken.None).GetAwaiter().GetResult();

    public HttpMessageHandler CreateHandler() => new InMemoryHandler(_server.CreateHandler());

    public void Dispose() => _server.Dispose();

    /// <summary>A service provider without services, which the server requires but does not use.</summary>
    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
