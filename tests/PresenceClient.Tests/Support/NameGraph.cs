using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PresenceClient.Tests.Support;

/// <summary>
/// A service that answers each lookup with the users whose sign-in names were asked for. A test can leave names out,
/// and can hold a request back or answer it in its own way.
/// </summary>
internal sealed partial class NameGraph : HttpMessageHandler
{
    private readonly ConcurrentQueue<string[]> _requests = new();
    private int _running;

    /// <summary>What comes before the answer, with the names; an answer replaces it.</summary>
    public Func<string[], CancellationToken, Task<Answer?>> Before { get; init; } =
        static (_, _) => Task.FromResult<Answer?>(null);

    /// <summary>The names that no user has.</summary>
    public ISet<string> Unknown { get; init; } = new HashSet<string>();

    /// <summary>The names of each request, in the order of their coming.</summary>
    public IReadOnlyCollection<string[]> Requests => _requests;

    /// <summary>How many requests are under way.</summary>
    public int Running => Volatile.Read(ref _running);

    public static string IdOf(string name) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name.ToUpperInvariant())).AsSpan(0, 16)).ToString();

    public PresenceServiceClient Connect()
    {
        var options = new PresenceClientOptions { HttpMessageHandler = this, MaxRetries = 0 };
        return new PresenceServiceClient(new FakeCredential(), options);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _running);
        try
        {
            string query = Uri.UnescapeDataString(request.RequestUri!.Query);
            string[] names =
            [
                .. Literals().Matches(Filter().Match(query).Groups[1].Value)
                    .Select(literal => literal.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal)),
            ];
            _requests.Enqueue(names);
            Answer? answer = await Before(names, cancellationToken);
            return (answer ?? AnswerTo(names))();
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private Answer AnswerTo(string[] names) =>
        Answers.Json(Samples.Page([.. names.Where(n => !Unknown.Contains(n)).Select(n => Samples.User(IdOf(n), n))]));

    [GeneratedRegex(@"\$filter=userPrincipalName in \((.*)\)&\$select=")]
    private static partial Regex Filter();

    [GeneratedRegex("'((?:[^']|'')*)'(?:,|$)")]
    private static partial Regex Literals();
}
