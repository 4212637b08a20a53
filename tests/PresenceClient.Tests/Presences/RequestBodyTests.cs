using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

/// <summary>What the bodies of requests cost.</summary>
public sealed class RequestBodyTests
{
    private const int Calls = 200;

    // Kiota's writers rent blocks of this size from a pool of their own.
    private const int Block = 128 * 1024;

    [Fact]
    public void GetAsync_ManyTimes_ReturnsWhatKiotaRents()
    {
        using var service = new SynchronousHandler();
        using var client = new PresenceServiceClient(new FakeCredential(), new() { HttpMessageHandler = service });
        Read(client);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < Calls; i++)
        {
            Read(client);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(Calls * Block / 4);
    }

    // All of it on this thread.
    private static void Read(PresenceServiceClient client)
    {
        Task read = client.Presences.GetAsync([Samples.Adele], Test.Token);
        read.IsCompletedSuccessfully.Should().BeTrue();
    }

    private sealed class SynchronousHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"value":[]}"""));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }
}
