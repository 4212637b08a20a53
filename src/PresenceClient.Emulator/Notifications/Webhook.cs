using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;

namespace PresenceClient.Emulator.Notifications;

/// <summary>Sends requests to subscribers: the validation of an address, and posts of notifications.</summary>
[SuppressMessage("Design", "CA1031", Justification = "A TestServer throws what its application threw.")]
internal sealed class Webhook : IDisposable
{
    /// <summary>The documented limit of a validation, and of a post that is attempted again.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private const int LongestAnswer = 4096;

    private readonly TimeProvider _clock;
    private readonly Lazy<HttpClient> _http;
    private readonly CancellationTokenSource _stopping = new();

    public Webhook(PresenceEmulatorOptions options)
    {
        _clock = options.TimeProvider;
        _http = new(() => new HttpClient(options.NotificationHandler?.Invoke() ?? CreateHandler())
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
        });
    }

    /// <summary>
    /// Returns why an address can't be used; null if it can. Http is allowed for loopback only: a test needs no
    /// certificate.
    /// </summary>
    public static string? Refuse(string text, out Uri address)
    {
        bool isUsable = Uri.TryCreate(text, UriKind.Absolute, out Uri? parsed) && parsed.UserInfo.Length == 0
            && (parsed.Scheme == Uri.UriSchemeHttps || (parsed.Scheme == Uri.UriSchemeHttp && parsed.IsLoopback));
        address = parsed!;
        return isUsable
            ? null
            : $"The address '{text}' must be absolute, and https. The emulator accepts http to loopback.";
    }

    /// <summary>Validates an address. Returns why it failed; null if it succeeded.</summary>
    public async Task<string?> ValidateAsync(Uri address)
    {
        // As in the service's, the text has characters that must be decoded.
        string token =
            $"Validation: Testing client application reachability for subscription Request-Id: {Guid.NewGuid()}";
        string query = $"validationToken={Uri.EscapeDataString(token)}";
        var target = new UriBuilder(address);
        target.Query = target.Query.Length > 1 ? $"{target.Query}&{query}" : query;
        using var content = new ByteArrayContent([]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/plain; charset=utf-8");
        using var limit = new CancellationTokenSource(Limit, _clock);
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping.Token);
            using HttpResponseMessage answer =
                await _http.Value.PostAsync(target.Uri, content, either.Token).ConfigureAwait(false);
            string text = await answer.Content.ReadAsStringAsync(either.Token).ConfigureAwait(false);
            return answer.StatusCode != HttpStatusCode.OK
                ? $"The endpoint must answer with 200 OK, but answered with {(int)answer.StatusCode}."
                : answer.Content.Headers.ContentType?.MediaType != "text/plain"
                    ? "The answer must have the content type text/plain."
                    : text != token
                        ? "The answer must be exactly the decoded value of the query parameter validationToken."
                        : null;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return "The endpoint did not answer within 10 seconds.";
        }
        catch (Exception e)
        {
            return $"The endpoint can't be reached: {e.Message}";
        }
    }

    /// <summary>Posts notifications.</summary>
    public async Task<WebhookAnswer> PostAsync(Uri address, byte[] json)
    {
        long start = _clock.GetTimestamp();
        using var content = new ByteArrayContent(json);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");
        using var limit = new CancellationTokenSource(Limit, _clock);
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping.Token);
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };

            // Only the status counts, so the body can be of any length.
            using HttpResponseMessage answer = await _http.Value
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return new WebhookAnswer(answer.IsSuccessStatusCode, _clock.GetElapsedTime(start));
        }
        catch (Exception)
        {
            return new WebhookAnswer(false, limit.IsCancellationRequested ? Limit : _clock.GetElapsedTime(start));
        }
    }

    /// <summary>Ends the requests that are under way, and makes later ones fail at once.</summary>
    public void Stop() => _stopping.Cancel();

    public void Dispose()
    {
        _stopping.Dispose();
        if (_http.IsValueCreated)
        {
            _http.Value.Dispose();
        }
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = static (sender, _, _, errors) =>
                errors == SslPolicyErrors.None
                || (sender is SslStream stream && new UriBuilder("https", stream.TargetHostName).Uri.IsLoopback),
        },
    };
}
