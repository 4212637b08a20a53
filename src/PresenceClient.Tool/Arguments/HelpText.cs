namespace PresenceClient.Tool;

/// <summary>The texts of <c>--help</c>.</summary>
internal static class HelpText
{
    public const string Program = """
        Reads, sets and watches Microsoft Teams presence (Microsoft Graph v1.0).

        Sign in with --tenant and --client-id and one of a secret, a certificate or --interactive,
        or try everything with --emulator: an emulated organization in this process. "presence
        COMMAND --help" has examples.
        """;

    public const string Exits = """
        Environment variables:
          PRESENCE_TENANT_ID, PRESENCE_CLIENT_ID, PRESENCE_CLIENT_SECRET,
          PRESENCE_CERTIFICATE_PASSWORD, NO_COLOR

        Exit codes:
          0    done
          1    failed
          2    bad arguments
          3    done for some of the people, but not for all
          4    signing in failed
          5    access denied: a permission is missing
          130  interrupted before the end (Ctrl-C); "watch" ends with 0

        Results are on standard output, errors and notes on standard error.
        """;

    public const string Emulator = "Use an emulated organization in this process. It can be changed, and ends with "
        + "the command. Signs in as an application; with --interactive, or for 'me', as its first user.";

    public const string Json = "Print JSON.";

    public const string Csv = "Print CSV with a header row. "
        + "Texts that a spreadsheet would take for formulas get a leading '.";

    public const string Who = "Object ids, sign-in names, text files with one of them on each line, - for standard "
        + "input, or 'me' for yourself. ";

    public const string WhoToRead = Who + "Default: standard input if it is a file or a pipe, else 'me'.";

    public const string WhoToWrite = Who + "Default: 'me'.";

    public const string Group = "The members of this group or team, including those of the groups in it. Give its "
        + "object id.";

    public const string All = "Everyone in the directory.";

    public const string Filter =
        "Only people with this availability or activity, for example busy, away or in-a-call.";

    public const string Interval = "Seconds from the end of one reading of all people to the start of the next, give "
        + "or take 10 % [default: 10].";
}
