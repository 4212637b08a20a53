namespace PresenceBoard;

/// <summary>The texts of <c>--help</c>.</summary>
internal static class HelpText
{
    public const string Program = """
        Shows who is reachable now: a live board of Microsoft Teams presence in the terminal.

        Without --tenant it starts an emulated organization and reads that; nothing leaves the
        machine. The arrow keys, Page Up, Page Down, Home and End scroll; q or Ctrl-C quits. When
        standard output is a file or a pipe, it prints once, without colours, unless you give
        --follow --json.

        Examples:
          PresenceBoard                                   the emulated organization, live
          PresenceBoard --json --users 1300               1,300 presences for a script
          PresenceBoard --follow --json                   a line of JSON for each change
          PresenceBoard --once --filter in-a-call         who is in a call
          PresenceBoard --tenant contoso.com --client-id GUID --ids team.txt
          PresenceBoard --tenant contoso.com --client-id GUID --group GUID

        Exit codes: 0 success; 1 failed or incomplete; 2 bad arguments; 130 interrupted before
        everything was printed.
        """;

    public const string Once = "Print one table and end.";

    public const string Follow = "With --json: print each change as one line of JSON until Ctrl-C, or until the reader "
        + "of the pipe ends. The presence of each person comes first, with the kind Initial.";

    public const string Json = "Print a JSON array and end; implies --once, except with --follow.";

    public const string Csv = "Print CSV with a header row and end; implies --once. "
        + "Texts that a spreadsheet would take for formulas get a leading '.";

    public const string Filter =
        "Show only people with this availability or activity, for example busy, away or in-a-call.";

    public const string Interval = "Seconds from the end of one reading of all people to the start of the next, on the "
        + "live board and with --follow, give or take 10 % [default: 2].";

    public const string Ids = "Read only these people: a text file in UTF-8 (or UTF-16 with a byte order mark) with "
        + "an object id or a sign-in name on each line; - is standard input. GUIDs can have braces or no hyphens, and "
        + "both can have quotes. Blank lines and lines that begin with # are skipped. Sign-in names are looked up in "
        + "the directory.";

    public const string Group = "Read only the members of this group or team, including those of the groups in it. "
        + "Give its object id.";
}
