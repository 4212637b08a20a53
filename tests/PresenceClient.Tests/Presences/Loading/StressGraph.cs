using System.Collections.Concurrent;
using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>
/// A service that answers many requests at once, some with a failure. Each answer tells which request it belongs to, so
/// that one in the wrong hands is seen.
/// </summary>
internal sealed class StressGraph(int seed, double failures) : HttpMessageHandler
{
    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<string, int> _underWay = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HashSet<string>> _asked = [];
    private int _overlaps;

    /// <summary>The ids of each request.</summary>
    public IReadOnlyList<IReadOnlySet<string>> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>How often an id was asked for while an earlier request for it was under way.</summary>
    public int Overlaps => _overlaps;

    public bool Fails { get; set; } = true;

    /// <summary>The users for whom the service refuses a whole request (400).</summary>
    public IReadOnlySet<string> Refused { get; init; } = new HashSet<string>();

    /// <summary>One of sixteen users is unknown to the service.</summary>
    public static bool IsKnown(string id) => id[^1] != '7';

    /// <summary>Whether a request asked for an id.</summary>
    public bool AskedIn(int number, string id)
    {
        lock (_asked)
        {
            return _asked[number].Contains(id);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string[] ids = IdList.Read(request.Content!);
        (int number, int steps, bool fails) = Begin(ids);
        try
        {
            for (int i = 0; i < steps; i++)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            foreach (string id in ids)
            {
                _underWay.AddOrUpdate(id, 0, static (_, count) => count - 1);
            }
        }

        return ids.Any(Refused.Contains)
            ? Answers.Error(HttpStatusCode.BadRequest, message: $"{number}")()
            : fails
            ? Answers.Error(HttpStatusCode.InternalServerError, message: $"{number}")()
            : Answers.Json(Samples.Page([.. ids.Where(IsKnown).Select(id =>
                $$"""{ "id": "{{id}}", "availability": "Busy", "sequenceNumber": "{{number}}" }""")]))();
    }

    private (int Number, int Steps, bool Fails) Begin(string[] ids)
    {
        foreach (string id in ids)
        {
            if (_underWay.AddOrUpdate(id, 1, static (_, count) => count + 1) > 1)
            {
                Interlocked.Increment(ref _overlaps);
            }
        }

        lock (_asked)
        {
            _asked.Add(new HashSet<string>(ids, StringComparer.OrdinalIgnoreCase));
            return (_asked.Count - 1, _random.Next(200), Fails && _random.NextDouble() < failures);
        }
    }
}
