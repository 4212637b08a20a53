namespace PresenceClient.Tool;

/// <summary>The people that the arguments mean.</summary>
/// <param name="People">The people, and notes about words that lead to no one.</param>
/// <param name="Mine">The presence of the person who signed in, if it was read to find their id.</param>
internal sealed record FoundPeople(People People, UserPresence? Mine)
{
    public IReadOnlyList<DirectoryUser> Users => People.Users;

    /// <summary>Whether someone who was named is not among the users.</summary>
    public bool HasGaps => People.Skipped > 0;

    /// <summary>The name to show for a user.</summary>
    public string NameOf(DirectoryUser user) => Mine?.Id == user.Id && user.DisplayName is null
        ? Who.MeWord
        : StateText.Name(user);
}
