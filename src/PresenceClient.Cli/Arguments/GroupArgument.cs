using System.CommandLine;

namespace PresenceClient.Cli;

/// <summary>The option for the members of a group, and its rule.</summary>
internal sealed class GroupArgument(string description)
{
    public Option<string?> Id { get; } = new("--group") { Description = description, HelpName = "GUID" };

    /// <summary>A message if the value is not an object id.</summary>
    public IEnumerable<string> Broken(ParseResult given)
    {
        if (given.GetValue(Id) is { } group && !DirectoryUser.IsObjectId(group))
        {
            yield return $"--group takes the object id of a group or a team, a GUID, not '{group}'.";
        }
    }
}
