using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary>The arguments that name people, and their rules.</summary>
/// <param name="reads">
/// Whether the command reads. Then people can also come from standard input and from the whole directory.
/// </param>
internal sealed class WhoArgument(bool reads)
{
    private readonly Option<bool> _all = new("--all") { Description = HelpText.All };
    private readonly GroupArgument _group = new(HelpText.Group);

    private readonly Argument<string[]> _words = new("WHO")
    {
        Description = reads ? HelpText.WhoToRead : HelpText.WhoToWrite,
        Arity = ArgumentArity.ZeroOrMore,
    };

    public void AddTo(Command command)
    {
        command.Add(_words);
        command.Add(_group.Id);
        if (reads)
        {
            command.Add(_all);
        }
    }

    /// <summary>A message for each rule that is broken.</summary>
    public IEnumerable<string> Broken(ParseResult given, ToolArguments tool, CliHost host)
    {
        string[] blank = [.. given.Blank([_group.Id])];
        return blank.Length > 0
            ? blank
            : Words(given).Concat(Combined(given)).Concat(_group.Broken(given)).Concat(Me(given, tool, host));
    }

    /// <summary>Reads arguments that have no errors.</summary>
    public Who Read(ParseResult parsed, CliHost host)
    {
        string[] words = parsed.GetValue(_words) ?? [];
        string? group = parsed.GetValue(_group.Id);
        bool isEveryone = reads && parsed.GetValue(_all);
        if (words.Length == 0 && group is null && !isEveryone)
        {
            words = [reads && !host.HasKeyboard ? IdsFile.StandardInput : Who.MeWord];
        }

        return new Who(words, group);
    }

    private IEnumerable<string> Combined(ParseResult given)
    {
        int ways = (given.GetValue(_words) is { Length: > 0 } ? 1 : 0) + (given.Has(_group.Id) ? 1 : 0)
            + (reads && given.GetValue(_all) ? 1 : 0);
        if (ways > 1)
        {
            yield return reads
                ? "WHO, --group and --all cannot be combined. Give one of them."
                : "WHO and --group cannot be combined. Give one of them.";
        }
    }

    private IEnumerable<string> Words(ParseResult given)
    {
        string[] words = given.GetValue(_words) ?? [];
        foreach (string word in words.Where(word => !Who.IsKnown(word)))
        {
            yield return string.IsNullOrWhiteSpace(word)
                ? "WHO is blank. Give an object id or a sign-in name, or leave it out."
                : word[0] == '-' ? ArgumentText.NotAnOption(word)
                : $"'{word}' is not an object id, a sign-in name or a file. Write a sign-in name with its domain, for "
                    + "example adele@contoso.com.";
        }
    }

    private IEnumerable<string> Me(ParseResult given, ToolArguments tool, CliHost host)
    {
        Who who = Read(given, host);
        if (!who.HasMe)
        {
            yield break;
        }

        if (!tool.CanBeMe(given))
        {
            yield return "An application has no presence of its own. Name the users, or sign in as yourself with "
                + "--interactive.";
        }
        else if (!reads && !who.IsMe)
        {
            yield return "'me' cannot be combined with other users, because a person can change only their own "
                + "presence. Leave the others out, or leave 'me' out and sign in as an application.";
        }
    }
}
