namespace PresenceBoard;

/// <summary>What <c>--help</c> says.</summary>
internal static class HelpText
{
    public const string Program = """
        Who is reachable now: a live board of Microsoft Teams presence in the terminal.

        Without --tenant it starts an organization of its own and reads that; nothing leaves the machine.
        Arrow keys, Page Up, Page Down, Home and End scroll; q or Ctrl-C quits. When standard output is a file or a
        pipe, it prints once, without colours.

        Examples:
          PresenceBoard                                   watch the built-in organization
          PresenceBoard --json --users 1300               1,300 presences for a script
          PresenceBoard --once --filter in-a-call         who is in a call
          PresenceBoard --tenant contoso.com --client-id GUID --ids team.txt

        Exit codes: 0 done; 1 refused, failed or cut short; 2 bad arguments; 130 interrupted while printing.
        """;

    public const string Once = "Print one table and end.";

    public const string Json = "Print a JSON array and end; implies --once.";

    public const string Csv = "Print CSV with a header row and end; implies --once. "
        + "A leading ' disarms texts that a spreadsheet would take for formulas.";

    public const string Filter =
        "Show those with this availability or activity alone, such as busy, away or in-a-call.";

    public const string Interval = "Seconds between two readings of the live board [default: 2].";

    public const string Users = "How many users the built-in organization has [default: 30].";

    public const string Seed =
        "What the built-in organization is made up from; the same seed gives the same people [default: 42].";

    public const string Ids = "Read only these people: a text file in UTF-8 (or UTF-16 with a byte order mark) with "
        + "an object id or a sign-in name on each line; - is standard input. GUIDs can have braces or no hyphens, and "
        + "both can have quotes. Blank lines and lines that begin with # are skipped. Sign-in names are looked up in "
        + "the directory.";

    public const string Tenant = "Read Microsoft's service: the tenant's id or domain.";

    public const string ClientId = "The application (client) id of the app registration.";

    public const string ClientSecret = "Sign in as the application by a client secret. Prefer the environment "
        + $"variable {BoardArguments.SecretVariable}: other users of the machine can see arguments.";

    public const string Certificate = "Sign in as the application by a certificate with its private key (PEM or "
        + $"PKCS#12); the environment variable {BoardArguments.PasswordVariable} holds its password, if it has one.";

    public const string Interactive = "Sign in as yourself, in a browser.";
}
