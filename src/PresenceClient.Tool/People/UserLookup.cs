using System.Collections.Concurrent;

namespace PresenceClient.Tool;

/// <summary>Looks up the names of users who were given by id, one request for each.</summary>
internal static class UserLookup
{
    private const int MostAtOnce = 4;

    /// <summary>Returns the users with their names, and says which ids lead to no user.</summary>
    public static async Task<IReadOnlyList<DirectoryUser>> NameAsync(
        UsersClient directory, IReadOnlyList<DirectoryUser> users, CliHost host, CancellationToken stop)
    {
        ConcurrentDictionary<string, DirectoryUser> named = [];
        ConcurrentDictionary<string, PresenceException> failed = [];
        await Parallel.ForEachAsync(
            users.Where(user => user.UserPrincipalName is null),
            new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = stop },
            async (user, token) =>
            {
                try
                {
                    named[user.Id] = await directory[user.Id].GetUserAsync(token);
                }
                catch (PresenceException e) when (IsOfOneUser(e))
                {
                    failed[user.Id] = e;
                }
            });
        foreach (DirectoryUser user in users)
        {
            if (failed.TryGetValue(user.Id, out PresenceException? failure))
            {
                host.Say(failure is PresenceNotFoundException
                    ? $"'{user.Id}' is not the id of any user."
                    : $"'{user.Id}' could not be looked up: {failure.Message}");
            }
        }

        return
        [
            .. users.Where(user => !failed.ContainsKey(user.Id))
                .Select(user => named.GetValueOrDefault(user.Id, user)),
        ];
    }

    // A failed sign-in and a missing permission would be the same for each user.
    private static bool IsOfOneUser(PresenceException failure) =>
        failure is not (PresenceAuthenticationException or PresenceAccessDeniedException);
}
