using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PresenceClient.Tests.DependencyInjection;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Security;

/// <summary>The logs of a host that logs everything contain no user, no token and no message.</summary>
public sealed class HostLogTests
{
    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task EveryKindOfCall_IsLoggedWithoutAUser(HttpStatusCode status)
    {
        var secrets = new Secrets();
        ConcurrentQueue<string> written = [];
        using var graph =
            new FakeGraph([.. secrets.Calls.SelectMany(_ => Enumerable.Repeat(Answer(secrets, status), 2))]);
        graph.Time.Jumps = true;
        await using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(new ListLogger(written)));
            s.AddPresenceClient(o =>
            {
                (o.ApplicationId, o.TimeProvider, o.MaxRetries) = (Samples.ApplicationId, graph.Time, 1);
            }).ConfigurePrimaryHttpMessageHandler(() => graph);
        });

        IReadOnlyList<Exception> thrown =
            await secrets.CallAllAsync(provider.GetRequiredService<PresenceServiceClient>());
        provider.GetRequiredService<ILogger<HostLogTests>>()
            .Log(LogLevel.Trace, default, "The logger is listening.", null, static (words, _) => words);

        graph.Requests.Should().Contain(request => secrets.IsIn(request.Url));
        (thrown.Count > 0).Should().Be(status != HttpStatusCode.OK);
        written.Should().Contain(line => line.Contains("is listening"));
        written.Where(secrets.IsIn).Should().BeEmpty();
    }

    private static Answer Answer(Secrets secrets, HttpStatusCode status) => status == HttpStatusCode.OK
        ? Answers.Json($$"""{ "value": [], {{secrets.Presence.TrimStart()[1..]}}""")
        : Answers.Error(status, "SomeCode", $"No {secrets.Name}, no {secrets.Id}.");
}
