using System.Collections.Concurrent;
using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>
/// Answers of a service that gets many requests at once and fails some. Each answer carries the number of its request,
/// which reveals an answer that reaches the wrong caller.
/// </summary>
internal sealed class StressTenant(int seed, double failures)
{
    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<string, int> _underWay = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<int, HashSet<string>> _asked = new();
    private int _overlaps;

    /// <summary>The ids of each request.</summary>
    public IEnumerable<IReadOnlySet<string>> Asked => _asked.Values;

    /// <summary>How often an id was asked for while an earlier request for it was under way.</summary>
    public int Overlaps => _overlaps;

    public bool Fails { get; set; } = true;

    /// <summary>The users for whom the service rejects a whole request (400).</summary>
    public IReadOnlySet<string> Refused { get; init; } = new HashSet<string>();

    /// <summary>One of sixteen users is unknown to the service.</summary>
    public static bool IsKnown(string id) => id[^1] != '7';

    /// <summary>Whether a request asked for an id.</summary>
    public bool AskedIn(int request, string id) => _asked[request].Contains(id);

    /// <summary>The script of a <see cref="FakeGraph"/>.</summary>
    public Answer AnswerTo(SentRequest request)
    {
        (int steps, bool fails) = Begin(request);
        return Choose(request, fails).After(async cancellationToken =>
        {
            try
            {
                for (int i = 0; i < steps; i++)
                {
                    await Test.YieldAsync(cancellationToken);
                }
            }
            finally
            {
                foreach (string id in request.Ids)
                {
                    _underWay.AddOrUpdate(id, 0, static (_, count) => count - 1);
                }
            }
        });
    }

    private Answer Choose(SentRequest request, bool fails) =>
        request.Ids.Any(Refused.Contains)
            ? Answers.Error(HttpStatusCode.BadRequest, message: $"{request.Number}")
            : fails
            ? Answers.Error(HttpStatusCode.InternalServerError, message: $"{request.Number}")
            : Answers.Json(Samples.Page([.. request.Ids.Where(IsKnown).Select(id =>
                $$"""{ "id": "{{id}}", "availability": "Busy", "sequenceNumber": "{{request.Number}}" }""")]));

    private (int Steps, bool Fails) Begin(SentRequest request)
    {
        foreach (string id in request.Ids)
        {
            if (_underWay.AddOrUpdate(id, 1, static (_, count) => count + 1) > 1)
            {
                Interlocked.Increment(ref _overlaps);
            }
        }

        _asked[request.Number] = new HashSet<string>(request.Ids, StringComparer.OrdinalIgnoreCase);
        lock (_random)
        {
            return (_random.Next(200), Fails && _random.NextDouble() < failures);
        }
    }
}
