using System.CommandLine;
using PresenceClient;

namespace PresenceBoard;

/// <summary>The rules for combinations of options.</summary>
internal static class ArgumentRules
{
    /// <summary>A message for each rule that is broken.</summary>
    public static IEnumerable<string> Broken(BoardArguments options, ParseResult given) =>
        Blank(options, given).Take(1) is var blank && blank.Any()
            ? blank
            : Printing(options, given).Concat(Source(options, given)).Concat(SigningIn(options, given));

    // A script passes a blank when its variable is not set.
    private static IEnumerable<string> Blank(BoardArguments options, ParseResult given)
    {
        Option<string?>[] texts =
        [
            options.Group, options.Tenant, options.ClientId, options.ClientSecret, options.Certificate,
        ];
        return texts.Where(text => given.GetValue(text) is { } value && string.IsNullOrWhiteSpace(value))
            .Select(text => $"{text.Name} is blank. Give it a value, or leave it out.");
    }

    private static IEnumerable<string> Printing(BoardArguments options, ParseResult given)
    {
        if (given.GetValue(options.Json) && given.GetValue(options.Csv))
        {
            yield return "--json and --csv cannot be combined. Give one of them.";
        }

        bool follow = given.GetValue(options.Follow);
        if (follow && given.GetValue(options.Once))
        {
            yield return "--follow and --once cannot be combined. Give one of them.";
        }

        if (follow && given.GetValue(options.Csv))
        {
            yield return "--follow prints JSON and cannot be combined with --csv. Use --follow --json.";
        }

        if (follow && !given.GetValue(options.Json))
        {
            yield return "--follow requires --json. Add it, or leave --follow out to see the live board.";
        }

        bool once = given.GetValue(options.Once) || given.GetValue(options.Json) || given.GetValue(options.Csv);
        if (once && !follow && Has(given, options.Interval))
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

        if (Has(given, options.Ids) && Has(given, options.Group))
        {
            yield return "--ids and --group cannot be combined. Give one of them.";
        }

        if (given.GetValue(options.Group) is { } group && !DirectoryUser.IsObjectId(group))
        {
            yield return $"--group takes the object id of a group or a team, a GUID, not '{group}'.";
        }

        if (Has(given, options.Tenant) && (Has(given, options.Users) || Has(given, options.Seed)))
        {
            yield return "--users and --seed are for the emulated organization. Leave them out with --tenant.";
        }
    }

    private static IEnumerable<string> SigningIn(BoardArguments options, ParseResult given)
    {
        Option[] ways = [options.ClientSecret, options.Certificate, options.Interactive];
        int chosen = ways.Count(way => Has(given, way));
        bool tenant = Has(given, options.Tenant);
        bool client = Has(given, options.ClientId);
        if (chosen > 1)
        {
            yield return "--client-secret, --certificate and --interactive cannot be combined. Give one of them.";
        }

        if (chosen + (tenant ? 1 : 0) + (client ? 1 : 0) > 0 && !(tenant && client))
        {
            yield return "Microsoft's service needs both --tenant and --client-id.";
        }
        else if (tenant && chosen == 0 && !options.HasSecretVariable)
        {
            yield return "--tenant needs a way to sign in: the environment variable "
                + $"{BoardArguments.SecretVariable}, --client-secret, --certificate or --interactive.";
        }

        if (given.GetValue(options.Tenant) is { } name
            && !(name.All(IsTenantCharacter) && name.Any(char.IsAsciiLetterOrDigit)))
        {
            yield return $"--tenant takes a tenant id (a GUID) or a domain, for example contoso.com, not '{name}'.";
        }

        if (given.GetValue(options.ClientId) is { } id && !DirectoryUser.IsObjectId(id))
        {
            yield return $"--client-id takes the application (client) id, a GUID, not '{id}'.";
        }
    }

    private static bool IsTenantCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.';

    private static bool Has(ParseResult given, Option option) => given.GetResult(option) is { Implicit: false };
}
