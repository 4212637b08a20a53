using System.Net.Http.Headers;

namespace PresenceService.Tests.Load;

/// <summary>Changes the first answer that says Available, and no other.</summary>
internal sealed class SpoilingHandler(Func<string, string> spoil) : HttpClientHandler
{
    private int _spoiled;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        string text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (text.Contains("Available", StringComparison.Ordinal) && Interlocked.Exchange(ref _spoiled, 1) == 0)
        {
            answer.Content = new StringContent(spoil(text), new MediaTypeHeaderValue("application/json"));
        }

        return answer;
    }
}
