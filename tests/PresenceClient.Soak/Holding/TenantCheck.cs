using PresenceClient.Soak.Emulated;
using PresenceClient.Soak.Report;

namespace PresenceClient.Soak.Holding;

/// <summary>
/// Compares what the tenant shows with what was declared. It reads without the client.
/// </summary>
internal sealed class TenantCheck
{
    private readonly IReadOnlyList<DeclaredUser> _users;
    private readonly SessionLedger _ledger;
    private readonly Findings _findings;
    private readonly Census _census;
    private readonly Dictionary<int, string> _seen = [];

    public TenantCheck(
        HttpClient http,
        UserNumbers numbers,
        IReadOnlyList<DeclaredUser> users,
        SessionLedger ledger,
        Findings findings)
    {
        (_users, _ledger, _findings) = (users, ledger, findings);
        var reader = new AnswerReader(numbers);
        _census = new Census(http, numbers, answer =>
        {
            foreach (TenantEntry entry in reader.ReadAnswer(answer))
            {
                _seen[entry.User] = $"{entry.Look.Availability}/{entry.Look.Activity}";
            }
        });
    }

    /// <summary>Each user must show what was declared. What a crash left may be there until its expiry.</summary>
    public void CompareWithDeclared()
    {
        foreach ((DeclaredUser user, string seen) in Read())
        {
            if (seen != user.Expected && (user.IsDeclared || !_ledger.MayBeLeft(user.Number, seen)))
            {
                string kind = !user.IsDeclared ? "a session that was ended is there"
                    : seen == DeclaredUser.Offline ? "a session is gone" : "another state is there";
                _findings.Add(
                    Figure.WrongAtCheck, kind, $"user {user.Number}: {seen} instead of {user.Expected}");
            }

            if (user.Hold is { State: not PresenceHoldState.Held } hold)
            {
                _findings.Add(Figure.WrongAtCheck, $"a hold is {hold.State}", $"user {user.Number}: {hold.Failure}");
            }
        }
    }

    /// <summary>After a clean stop no user may have a session.</summary>
    /// <param name="figure">The figure of the users who have one.</param>
    /// <param name="which">Which users to look at.</param>
    public void CompareWithNothing(Figure figure, Func<DeclaredUser, bool> which)
    {
        foreach ((DeclaredUser user, string seen) in Read())
        {
            if (which(user) && seen != DeclaredUser.Offline && !_ledger.MayBeLeft(user.Number, seen))
            {
                _findings.Add(figure, "a session is there after a clean stop", $"user {user.Number}: {seen}");
            }
        }
    }

    private IEnumerable<(DeclaredUser User, string Seen)> Read()
    {
        _seen.Clear();
        bool isComplete = _census.TakeAsync().GetAwaiter().GetResult();
        return isComplete && _seen.Count == _users.Count
            ? _users.Select(user => (user, _seen[user.Number]))
            : throw new InvalidOperationException("The tenant cannot be read.");
    }
}
