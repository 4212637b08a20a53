using System.Collections.Concurrent;
using PresenceClient;

namespace PresenceService.People;

/// <summary>
/// The people and teams of a tenant, read from its directory when a page first asks for them, and again when they are
/// old. The watch follows the people.
/// </summary>
internal sealed class TenantDirectory(
    PresenceServiceClient client,
    PresenceWatch watch,
    IReadOnlyDictionary<string, string> teams,
    TimeSpan maxAge,
    TimeProvider time) : IDisposable
{
    private const int ReadsAtOnce = 8;

    private readonly SemaphoreSlim _gate = new(1);
    private TenantPeople? _people;
    private DateTimeOffset _readAt;

    /// <summary>Returns the people. If the directory cannot be read again, they are those of the last time.</summary>
    /// <exception cref="PresenceException">The directory could not be read the first time.</exception>
    public async Task<TenantPeople> GetAsync(CancellationToken stop)
    {
        await _gate.WaitAsync(stop);
        try
        {
            if (_people is null || time.GetUtcNow() - _readAt >= maxAge)
            {
                _people = await ReadAsync(stop);
                watch.Users.Replace(_people.People.Select(person => person.Id));
                _readAt = time.GetUtcNow();
            }
        }
        catch (PresenceException) when (_people is not null)
        {
            _readAt = time.GetUtcNow();
        }
        finally
        {
            _gate.Release();
        }

        return _people;
    }

    public void Dispose() => _gate.Dispose();

    private async Task<TenantPeople> ReadAsync(CancellationToken stop)
    {
        List<Person> people = [];
        await foreach (DirectoryUser user in client.Users.ListAsync(new UserListOptions { CanSignIn = true }, stop))
        {
            people.Add(new Person(user.Id, user.DisplayName ?? user.UserPrincipalName ?? user.Id));
        }

        var read = new ConcurrentBag<Team>();
        await Parallel.ForEachAsync(
            teams,
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = stop },
            async (team, token) =>
            {
                List<string> members = [];
                await foreach (DirectoryUser member in client.Groups[team.Key].ListMembersAsync(token))
                {
                    members.Add(member.Id);
                }

                read.Add(new Team(team.Key, team.Value, members));
            });
        return new TenantPeople(people, [.. read.OrderBy(team => team.Name, StringComparer.OrdinalIgnoreCase)]);
    }
}
