using PresenceClient.Soak.Wire.Callers;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>Checks bulk reads: each user has exactly one correct outcome.</summary>
internal sealed class ReadManyCheck(CallCheck check, PresenceCheck presences)
{
    /// <summary>Checks a result, whether it was returned or is in an exception.</summary>
    public void Result(Call call, UserKey[] asked, PresenceReadResult result)
    {
        Outcomes(call, asked, result, result.Missing, result.Failures, areAll: true);
        string[] order = [.. result.Select(static presence => presence.Id)];
        string[] expected = [.. asked.Select(static user => user.Id).Where(id => result.TryGetValue(id, out _))];
        if (!order.SequenceEqual(expected))
        {
            check.Wrong("a read has another order than was asked", call, $"{order.Length} presences");
        }
    }

    /// <summary>Checks the pages of a read.</summary>
    public void Pages(Call call, UserKey[] asked, IReadOnlyList<PresencePage> pages, bool areAll) => Outcomes(
        call,
        asked,
        pages.SelectMany(static page => page.Presences),
        pages.SelectMany(static page => page.Missing),
        pages.Select(static page => page.Failure).OfType<PresenceReadFailure>(),
        areAll);

    private void Outcomes(
        Call call,
        UserKey[] asked,
        IEnumerable<UserPresence> found,
        IEnumerable<string> missing,
        IEnumerable<PresenceReadFailure> failures,
        bool areAll)
    {
        Dictionary<string, UserKey> open = asked.ToDictionary(static user => user.Id);
        foreach (UserPresence presence in found)
        {
            if (Close(call, open, presence.Id) is { } user)
            {
                presences.Check(call, user, presence, call.Number);
            }
        }

        foreach (string id in missing)
        {
            if (Close(call, open, id) is { Trait: not (Trait.Missing or Trait.Nameless) } user)
            {
                check.Wrong($"a user is missing although the service returned it ({user.Trait})", call, id);
            }
        }

        foreach (PresenceReadFailure failure in failures)
        {
            UserKey[] failed = [.. failure.Ids.Select(id => Close(call, open, id)).OfType<UserKey>()];
            check.Failure(call, failed, failure.Exception);
        }

        if (areAll && open.Count > 0)
        {
            check.Wrong("users without an outcome", call, $"{open.Count}, {open.Keys.First()} for example");
        }
    }

    private UserKey? Close(Call call, Dictionary<string, UserKey> open, string id)
    {
        if (open.Remove(id, out UserKey user))
        {
            return user;
        }

        check.Wrong("a user has two outcomes, or was not requested", call, id);
        return null;
    }
}
