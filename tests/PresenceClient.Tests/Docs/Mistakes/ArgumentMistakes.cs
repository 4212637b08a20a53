using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Docs.Mistakes;

/// <summary>Wrong arguments and options. None of them leads to a request.</summary>
internal static class ArgumentMistakes
{
    public static readonly Dictionary<string, Func<Task>> All = new()
    {
        ["The user's id is not an object id."] =
            Calling(client => client.Users["adele@contoso.com"].GetPresenceAsync(Test.Token)),
        ["The id at index … is not an object id."] =
            Calling(client => client.Presences.GetAsync([Samples.Adele, ""], Test.Token)),
        ["The application id is not set."] = Calling(
            client => client.Users[Samples.Adele].Session.SetAsync(SessionPresence.InACall, null, Test.Token),
            options => options.ApplicationId = null),
        ["The duration … is too short."] = Calling(client =>
            client.Users[Samples.Adele].Session.SetAsync(
                SessionPresence.InACall, TimeSpan.FromMinutes(2), Test.Token)),
        ["The text contains an unpaired surrogate at index …"] =
            Calling(client => client.Me.StatusMessage.SetAsync("Away \ud83d", null, Test.Token)),
        ["The status message expires at …, but the client's clock shows …"] = Calling(client =>
            client.Me.StatusMessage.SetAsync("Back soon", FakeGraph.Start.AddHours(-1), Test.Token)),
        ["The service left this id out (see Missing)"] = ReadMissingAsync,
        ["me.presence.setManualLocation is not available in the cloud …"] = Calling(
            client => client.Me.WorkLocation.SetManualAsync(WorkLocationType.Office, null, Test.Token),
            options => options.Cloud = GraphCloud.UsGovernmentL4),
        ["PresenceClientOptions.BaseAddress: The address is Microsoft Graph in China"] = Calling(
            static _ => Task.CompletedTask,
            options => options.BaseAddress = new Uri("https://microsoftgraph.chinacloudapi.cn/v1.0")),
        ["PresenceClientOptions.BaseAddress: The address is neither https nor http to a loopback address"] = Calling(
            static _ => Task.CompletedTask,
            options => options.BaseAddress = new Uri("http://graph.contoso.com/v1.0")),
        ["PresenceClientOptions.HttpClient: HttpClient cannot be combined with HttpMessageHandler."] = BothSendersAsync,
        [
            "PresenceClientOptions.HttpMessageHandler: The handler would send tokens for an http loopback address "
                + "through a proxy"
        ] = ProxyAsync,
        ["Cannot access a disposed object."] = Calling(client =>
        {
            client.Dispose();
            return client.Me.GetPresenceAsync(Test.Token);
        }),
    };

    private static Func<Task> Calling(
        Func<PresenceServiceClient, Task> call, Action<PresenceClientOptions>? configure = null) => async () =>
    {
        using var graph = new FakeGraph();
        configure?.Invoke(graph.Options);
        await call(graph.Client);
    };

    private static async Task ReadMissingAsync()
    {
        using var graph = new FakeGraph(Answers.PresencesOf(Samples.Adele));
        PresenceReadResult result = await graph.Presences.GetAsync([Samples.Adele, Samples.Alex], Test.Token);
        _ = result[Samples.Alex];
    }

    private static async Task BothSendersAsync()
    {
        using var http = new HttpClient();
        await Calling(static _ => Task.CompletedTask, options => options.HttpClient = http)();
    }

    private static Task ProxyAsync()
    {
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy("http://proxy.contoso.com:3128") };
        using var client = new PresenceServiceClient(new FakeCredential(), new PresenceClientOptions
        {
            BaseAddress = new Uri("http://127.0.0.1:5080/v1.0"),
            HttpMessageHandler = handler,
        });
        return Task.CompletedTask;
    }
}
