using System.CommandLine;
using PresenceClient;

namespace CallStatusSync;

/// <summary>The rules for combinations of options.</summary>
internal static class ArgumentRules
{
    /// <summary>The rules that are broken, in words.</summary>
    public static IEnumerable<string> Broken(SyncArguments options, ParseResult given)
    {
        Option<string?>[] texts =
            [options.Events, options.Tenant, options.ClientId, options.ClientSecret, options.Certificate];
        // A script passes a blank when its variable is not set.
        string[] blank = [.. texts.Where(text => given.GetValue(text) is { } value && string.IsNullOrWhiteSpace(value))
            .Select(text => $"{text.Name} is blank. Give it a value, or leave it out.")];
        return blank.Length > 0 ? blank : Source(options, given).Concat(SigningIn(options, given));
    }

    private static IEnumerable<string> Source(SyncArguments options, ParseResult given)
    {
        string? events = given.GetValue(options.Events);
        if (events is not null && Has(given, options.Minutes))
        {
            yield return "--minutes is for the simulated phone system. Leave it out with --events.";
        }

        if (events == SyncOptions.StandardInput && Has(given, options.Speed))
        {
            yield return "--speed is for a file and for the simulation. Leave it out with --events -.";
        }

        if (events is null && Has(given, options.Tenant))
        {
            yield return "--tenant needs the events of a phone system. Give --events FILE, or --events - for standard "
                + "input.";
        }

        if (given.GetValue(options.Faults) && Has(given, options.Tenant))
        {
            yield return "--faults is for the emulated tenant. Leave it out with --tenant.";
        }
    }

    private static IEnumerable<string> SigningIn(SyncArguments options, ParseResult given)
    {
        bool hasTenant = Has(given, options.Tenant);
        Option[] others = [options.ClientId, options.ClientSecret, options.Certificate];
        if (hasTenant != Has(given, options.ClientId) || (!hasTenant && others.Any(other => Has(given, other))))
        {
            yield return "Microsoft's service needs both --tenant and --client-id.";
        }
        else if (Has(given, options.ClientSecret) && Has(given, options.Certificate))
        {
            yield return "--client-secret and --certificate cannot be combined. Give one of them.";
        }
        else if (hasTenant && !Has(given, options.Certificate) && options.Secret(given) is null)
        {
            yield return $"--tenant needs a way to sign in. Set the environment variable "
                + $"{SyncArguments.SecretVariable}, or give --client-secret or --certificate.";
        }

        if (given.GetValue(options.ClientId) is { } id && !DirectoryUser.IsObjectId(id))
        {
            yield return $"--client-id takes the application (client) id, a GUID, not '{id}'.";
        }
    }

    private static bool Has(ParseResult given, Option option) => given.GetResult(option) is { Implicit: false };
}
