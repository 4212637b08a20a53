using System.Text.RegularExpressions;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Subscriptions;

/// <summary>Reads the resource of a subscription: the presence of one user, or a filter by ids.</summary>
internal static partial class SubscriptionResource
{
    /// <summary>The documented limit of users.</summary>
    private const int MostUsers = 650;

    private const string Presences = "communications/presences";

    /// <summary>Returns the distinct object ids.</summary>
    public static Outcome<HashSet<Guid>> Read(string resource)
    {
        string path = resource.TrimStart('/');
        if (!path.StartsWith(Presences, StringComparison.OrdinalIgnoreCase))
        {
            return EmulatedError.UnsupportedWorkload;
        }

        string rest = Uri.UnescapeDataString(path[Presences.Length..]);
        if (rest.StartsWith('/') && Guid.TryParseExact(rest[1..], "D", out Guid one))
        {
            return new HashSet<Guid> { one };
        }

        Match filter = Filter().Match(rest);
        if (!filter.Success)
        {
            return EmulatedError.BadSubscription(
                "The resource must be communications/presences/{id}, or"
                + " communications/presences?$filter=id in ('{id}',…), with object ids.");
        }

        var ids = new HashSet<Guid>();
        foreach (string part in filter.Groups["ids"].Value.Split(','))
        {
            string text = part.Trim();
            bool isQuoted = text.Length > 1 && text[0] == '\'' && text[^1] == '\'';
            if (!Guid.TryParseExact(isQuoted ? text[1..^1] : text, "D", out Guid id))
            {
                return EmulatedError.BadSubscription($"The resource has {text}, which is not an object id.");
            }

            ids.Add(id);
        }

        return ids.Count <= MostUsers
            ? ids
            : EmulatedError.BadSubscription($"The resource has {ids.Count} users. The limit is {MostUsers}.");
    }

    [GeneratedRegex(@"^/?\?\$filter=id\s+in\s*\((?<ids>.*)\)\s*$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Filter();
}
