using System.CommandLine;

namespace PresenceBoard;

/// <summary>The rules for combinations of options.</summary>
internal static class ArgumentRules
{
    /// <summary>A message for each rule that is broken.</summary>
    public static IEnumerable<string> Broken(BoardArguments options, ParseResult given)
    {
        // A script passes a blank when its variable is not set.
        string[] blank = [.. given.Blank([options.Group.Id, .. options.SignIn.Texts])];
        return blank.Length > 0
            ? blank
            : Printing(options, given).Concat(Source(options, given)).Concat(options.SignIn.Broken(given));
    }

    private static IEnumerable<string> Printing(BoardArguments options, ParseResult given)
    {
        foreach (string broken in options.Format.Broken(given))
        {
            yield return broken;
        }

        bool json = given.GetValue(options.Format.Json);
        bool csv = given.GetValue(options.Format.Csv);
        bool follow = given.GetValue(options.Follow);
        if (follow && given.GetValue(options.Once))
        {
            yield return "--follow and --once cannot be combined. Give one of them.";
        }

        if (follow && csv)
        {
            yield return "--follow prints JSON and cannot be combined with --csv. Use --follow --json.";
        }

        if (follow && !json)
        {
            yield return "--follow requires --json. Add it, or leave --follow out to see the live board.";
        }

        bool once = given.GetValue(options.Once) || json || csv;
        if (once && !follow && given.Has(options.Interval))
        {
            yield return "--interval is for the live board and for --follow --json. "
                + "Leave it out when you print once (--once, --json or --csv).";
        }
    }

    private static IEnumerable<string> Source(BoardArguments options, ParseResult given)
    {
        if (given.GetValue(options.Ids) is { } file && string.IsNullOrWhiteSpace(file))
        {
            yield return "--ids is blank. Give the name of a file, or - for standard input.";
        }

        if (given.Has(options.Ids) && given.Has(options.Group.Id))
        {
            yield return "--ids and --group cannot be combined. Give one of them.";
        }

        foreach (string broken in options.Group.Broken(given))
        {
            yield return broken;
        }

        if (given.Has(options.SignIn.Tenant) && options.Emulated.AnyGiven(given))
        {
            yield return "--users and --seed are for the emulated organization. Leave them out with --tenant.";
        }
    }
}
