using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PresenceClient.Emulator.Tests.Notifications;

/// <summary>A subscriber on a loopback port, over http or https.</summary>
internal sealed class LoopbackSubscriber : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<string> _posts = Channel.CreateUnbounded<string>();

    private LoopbackSubscriber(WebApplication app)
    {
        _app = app;
        app.MapPost("/hook", AnswerAsync);
    }

    public static async Task<LoopbackSubscriber> StartAsync(X509Certificate2? certificate)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var subscriber = new LoopbackSubscriber(builder.Build());
        await subscriber._app.StartAsync(TestContext.Current.CancellationToken);
        return subscriber;
    }

    /// <summary>Subscribes to a user, and waits for the notification of a change.</summary>
    public async Task ReceiveOneAsync(TestTenant tenant)
    {
        EmulatedUser user = tenant.BlankUser();
        string address = new UriBuilder(_app.Urls.Single()) { Host = "127.0.0.1", Path = "/hook" }.Uri.AbsoluteUri;
        string body = $$"""
            {
              "changeType": "updated", "notificationUrl": "{{address}}",
              "resource": "communications/presences/{{user.Id}}",
              "expirationDateTime": "{{tenant.Emulator.UtcNow.AddHours(1):O}}"
            }
            """;
        Answer answer = await tenant.PostAsync(
            "subscriptions", body, tenant.Emulator.SignIn(tenant.Emulator.Users[0], "Presence.Read.All"));
        answer.Status.Should().Be(201, answer.Text);

        user.JoinCall();

        string post = await _posts.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        post.Should().Contain(user.Id);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Query["validationToken"].ToString() is { Length: > 0 } token)
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync(token, context.RequestAborted);
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        await _posts.Writer.WriteAsync(await reader.ReadToEndAsync(context.RequestAborted));
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}
