using PresenceClient;

namespace PresenceBoard;

/// <summary>Whom to show.</summary>
/// <param name="Users">The people, each once.</param>
/// <param name="NotFound">The names that lead to nobody.</param>
internal sealed record People(IReadOnlyList<DirectoryUser> Users, IReadOnlyList<string> NotFound)
{
    public IReadOnlyList<string> Ids { get; } = [.. Users.Select(user => user.Id)];
}
