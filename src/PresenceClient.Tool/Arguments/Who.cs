namespace PresenceClient.Tool;

/// <summary>Who is meant: words, the members of a group, or everyone.</summary>
/// <param name="Words">Ids, names and files; none for a group or everyone.</param>
/// <param name="Group">The object id of the group; null for none.</param>
internal sealed record Who(IReadOnlyList<string> Words, string? Group)
{
    /// <summary>The word for the person who signs in.</summary>
    public const string MeWord = "me";

    /// <summary>Whether only the person who signs in is meant.</summary>
    public bool IsMe => Words.Count > 0 && Words.All(IsMine);

    /// <summary>Whether the person who signs in is meant, possibly with others.</summary>
    public bool HasMe => Words.Any(IsMine);

    /// <summary>Whether a word stands for the person who signs in.</summary>
    public static bool IsMine(string word) => word.Equals(MeWord, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a word stands for ids and names in a file. An id or a name is never a file.</summary>
    public static bool IsFile(string word) =>
        word == IdsFile.StandardInput || (!IsIdOrName(word) && (File.Exists(word) || Directory.Exists(word)));

    /// <summary>Whether a word can be someone.</summary>
    public static bool IsKnown(string word) => IsMine(word) || IsIdOrName(word) || IsFile(word);

    private static bool IsIdOrName(string word) =>
        new IdsEntry(null, word.Trim()) is { ObjectId: not null } or { SignInName: not null };
}
