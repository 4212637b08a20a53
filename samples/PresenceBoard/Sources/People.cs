using PresenceClient;

namespace PresenceBoard;

/// <summary>The people to show.</summary>
/// <param name="Users">The people, each once.</param>
/// <param name="Skipped">A line for standard error for each entry of the ids file that leads to no one.</param>
internal sealed record People(IReadOnlyList<DirectoryUser> Users, IReadOnlyList<string> Skipped)
{
    public IReadOnlyList<string> Ids { get; } = [.. Users.Select(user => user.Id)];
}
