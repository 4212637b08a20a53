using System.CommandLine;
using System.CommandLine.Parsing;

namespace PresenceClient.Emulator.Tool;

/// <summary>The command line: its options, their ranges, and their effects.</summary>
internal sealed class EmulatorCommand : RootCommand
{
    private const string Teaching = """
        Serves an emulated Microsoft Teams presence tenant (Microsoft Graph v1.0) on a loopback port, for tests and
        demos in any language: presence reads and writes, users, groups, $batch, and a token endpoint. No data leaves
        this machine. It prints commands to get a token and to read a presence.

        Examples:
          presence-emulator --no-auth                        quick trials, without tokens
          presence-emulator --users 2000 --live              simulated activity, a minute each second
          presence-emulator --user "Adele Vance" --users 0   one user, whose state you control
          presence-emulator --limit 5                        throttles after five presence requests in 30 seconds
          presence-emulator --port 0 --quiet                 for scripts: prints only the address, on a free port
          presence-emulator --https --certificate-out e.pem  for Azure.Identity and the JavaScript client

        While it runs, use curl -X POST -d with these paths below http://127.0.0.1:5080/_emulator:
          clock            {"advance": "PT5M"}                                       advances the clock by five minutes
          users/ID/teams   {"availability": "Busy", "activity": "InACall"}           joins a call; {} closes Teams
          groups           {"displayName": "Night shift", "members": ["ID"]}         adds a group
          reset                                                                      resets the tenant

        GET /_emulator/users and /_emulator/groups list the users and the groups.
        """;

    private readonly NumberOption<int> _port = new("--port", 0, 65_535, 5080)
    {
        Description = "The loopback port to listen on. 0 selects a free port.",
    };

    private readonly NumberOption<int> _users = new("--users", 0, 1_000_000, 100)
    {
        Description = "The number of users to generate from the seed.",
    };

    private readonly Option<string[]> _named = new("--user")
    {
        Description = "Adds a user by display name, before the generated users. Can be used more than once.",
    };

    private readonly NumberOption<int> _seed = new("--seed", int.MinValue, int.MaxValue, 42)
    {
        Description = "The seed of all generated users, ids and states.",
    };

    private readonly Option<bool> _live = new("--live")
    {
        Description = "Simulates user activity: users arrive, join calls and meetings, present and go home.",
    };

    private readonly NumberOption<double> _speed = new("--speed", 1, 3_600, 60)
    {
        Description = "The speed of the simulation, in simulated seconds per second. Requires --live.",
    };

    private readonly NumberOption<int> _limit = new("--limit", 0, 10_000_000, 10_000)
    {
        Description = "The number of presence requests that an application can make in 30 seconds. 0 for no limit.",
    };

    private readonly Option<bool> _https = new("--https")
    {
        Description = "Serves https in place of http, with a new self-signed certificate.",
    };

    private readonly Option<bool> _development = new("--development-certificate")
    {
        Description = "Uses the development certificate of ASP.NET Core (dotnet dev-certs https). Requires --https.",
    };

    private readonly Option<string?> _certificateOut = new("--certificate-out")
    {
        Description = "Writes the certificate, without its key, to a PEM file, so that clients can trust it. Replaces"
            + " the file. Requires --https.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _noAuth = new("--no-auth")
    {
        Description = "Accepts requests without a token, as the seeded application. /me is the first user.",
    };

    private readonly Option<bool> _quiet = new("--quiet")
    {
        Description = "Prints only the address of Graph.",
    };

    public EmulatorCommand(TextWriter output, TextWriter error)
        : base(Teaching)
    {
        Validators.Add(CheckUsers);
        Validators.Add(CheckSpeed);
        Validators.Add(CheckCertificate);
        Option[] options =
        [
            _port, _users, _named, _seed, _live, _speed, _limit, _https, _development, _certificateOut, _noAuth, _quiet,
        ];
        foreach (Option option in options)
        {
            Add(option);
        }

        SetAction((parsed, stop) =>
            new EmulatorRun(output, error, parsed.GetValue(_quiet), parsed.GetValue(_certificateOut))
                .RunAsync(it => Configure(it, parsed), stop));
    }

    private void Configure(PresenceEmulatorOptions options, ParseResult parsed)
    {
        options.Port = parsed.GetValue(_port);
        options.Users = parsed.GetValue(_users);
        options.Seed = parsed.GetValue(_seed);
        options.Live = parsed.GetValue(_live);
        options.LifeSpeed = parsed.GetValue(_speed);
        options.RequestLimit = parsed.GetValue(_limit) is > 0 and var limit ? limit : null;
        options.Https = (parsed.GetValue(_https), parsed.GetValue(_development)) switch
        {
            (false, _) => HttpsCertificate.None,
            (true, false) => HttpsCertificate.SelfSigned,
            (true, true) => HttpsCertificate.Development,
        };
        options.NoAuth = parsed.GetValue(_noAuth);
        foreach (string name in parsed.GetValue(_named) ?? [])
        {
            options.AddUser(name);
        }
    }

    private void CheckUsers(CommandResult result)
    {
        string[] names = Texts(result, _named);
        var options = new PresenceEmulatorOptions();
        foreach (string name in names)
        {
            try
            {
                options.AddUser(name);
            }
            catch (ArgumentException)
            {
                result.AddError($"--user must be a name with letters, each given once, but is '{name}'.");
            }
        }

        if (names.Length == 0 && _users.Given(result) == 0)
        {
            result.AddError("--users 0 requires --user, because a tenant needs at least one user.");
        }
    }

    private void CheckSpeed(CommandResult result)
    {
        // A number that is out of range has an error of its own.
        if (_speed.Given(result) is not null)
        {
            Require(result, _speed, _live);
        }
    }

    private void CheckCertificate(CommandResult result)
    {
        Require(result, _development, _https);
        Require(result, _certificateOut, _https);
        if (Texts(result, _certificateOut) is [var file] && string.IsNullOrWhiteSpace(file))
        {
            result.AddError($"--certificate-out must be the name of a file, but is '{file}'.");
        }
    }

    private static void Require(CommandResult result, Option option, Option<bool> required)
    {
        if (result.GetResult(option) is { Implicit: false } && !IsOn(result, required))
        {
            result.AddError(
                $"{option.Name} has no effect without {required.Name}. Add {required.Name} or remove {option.Name}.");
        }
    }

    // The rules run before the parser reports values that are missing or malformed. GetValue would throw for those.
    private static string[] Texts(CommandResult result, Option option) =>
        [.. result.GetResult(option)?.Tokens.Select(token => token.Value) ?? []];

    private static bool IsOn(CommandResult result, Option<bool> option) =>
        result.GetResult(option) is { Implicit: false }
        && !Texts(result, option).Any(text => text.Equals("false", StringComparison.OrdinalIgnoreCase));
}
