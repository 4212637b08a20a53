namespace CallStatusSync;

/// <summary>The texts of <c>--help</c>.</summary>
internal static class HelpText
{
    public const string Program = """
        Shows in Microsoft Teams who is on the phone: the events of a phone system become presences.

        Without arguments it simulates a phone system and an emulated tenant; nothing leaves the machine. When the
        events end, or the program is stopped (Ctrl-C, SIGTERM, SIGHUP, SIGQUIT), it ends all presences that it has set
        and checks that no one is left in a call.

        Each line of the events is: time,who,event[,call]
          time    2026-11-26T09:00:00Z (ISO 8601; UTC without an offset)
          who     a sign-in name or an object id
          event   ringing, answered, held or hung up; answered also takes a call off hold
          call    the id of the call, for people who can have two at once; can be left out

        Examples:
          CallStatusSync                               a simulated phone system, eight minutes in eight seconds
          CallStatusSync --faults                      the same with a service that throttles and fails
          CallStatusSync --events calls.csv
          phone-system | CallStatusSync --events - --tenant contoso.com --client-id GUID

        Exit codes: 0 no one is left in a call; 1 failed, someone is left, or events were skipped; 2 bad arguments.
        """;

    public const string Events = "The events of a phone system: a file, or - for standard input.";

    public const string Speed = "How many times as fast as their times say the events of a file or of the simulation "
        + "come [default: 60]. Events of standard input are used when they arrive.";

    public const string Minutes = "How many minutes the simulated phone system runs, in its own time [default: 8].";

    public const string Seed = "The seed of the simulated calls and of the faults [default: 42].";

    public const string Faults = "Let the emulated service throttle, fail, drop connections and answer slowly.";

    public const string Tenant = "Write to Microsoft's service: the id or the domain of the tenant.";

    public const string ClientId = "The application (client) id of the app registration.";

    public const string ClientSecret = "Sign in with a client secret. Prefer the environment variable "
        + $"{SyncArguments.SecretVariable}: other users of the machine can see arguments.";

    public const string Certificate = "Sign in with a certificate and its private key (PEM or PKCS#12). The password, "
        + $"if any, is in the environment variable {SyncArguments.PasswordVariable}.";
}
