using System.Collections.Concurrent;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>The pages of all next links, by their tokens.</summary>
internal sealed class Pages
{
    private readonly ConcurrentDictionary<string, PageSession> _sessions = new();

    public PageSession? Find(string token) => _sessions.GetValueOrDefault(token);

    /// <summary>The link to a page with the rest of a read's users.</summary>
    public string LinkTo(Exchange from, IReadOnlyList<UserKey> users, Answer? answer = null) =>
        Link(from, new PageSession(from.Call, users, Offset: 0) { Answer = answer });

    /// <summary>The link to the page of a listing at an offset.</summary>
    public string LinkTo(Exchange from, int offset, Answer? answer = null) =>
        Link(from, new PageSession(from.Call, [], offset) { Answer = answer });

    /// <summary>The link to a page by its token.</summary>
    public static string LinkTo(Exchange from, string token)
    {
        string path = from.Question.Kind is QuestionKind.ListUsers or QuestionKind.ListUsersPage
            ? "users"
            : "communications/getPresencesByUserId";
        return $"{from.Client.BaseAddress}/{path}?$skiptoken={token}";
    }

    private string Link(Exchange from, PageSession session)
    {
        // The token is derived from the chain, so it is the same in each run with the seed.
        string token = $"{Seeded.Hash(0, $"{from.Chain} {from.Attempt}"):x16}";
        _sessions[token] = session;
        return LinkTo(from, token);
    }
}
