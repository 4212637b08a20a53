using System.CommandLine;
using System.CommandLine.Parsing;

namespace PresenceClient.Emulator.Tool;

/// <summary>The command line: its options, what they may be, and what they set.</summary>
internal sealed class EmulatorCommand : RootCommand
{
    private const string Teaching = """
        Serves an emulated Microsoft Teams presence tenant (Microsoft Graph v1.0) on a loopback port, for tests and
        demos in any language: presence reads and writes, users, groups, $batch, and a token endpoint. Nothing leaves
        this machine. It prints lines to paste for a token and for a read.

        Examples:
          presence-emulator --no-auth                        quick trials, without tokens
          presence-emulator --users 2000 --live              a lively organization, a minute of theirs a second
          presence-emulator --user "Adele Vance" --users 0   one person, who does what you say
          presence-emulator --limit 5                        throttles after five presence requests in 30 seconds
          presence-emulator --port 0 --quiet                 for scripts: any free port, printed and nothing else

        While it runs, below http://127.0.0.1:5080/_emulator, with curl -X POST -d:
          clock            {"advance": "PT5M"}                                       lets five minutes pass
          users/ID/teams   {"availability": "Busy", "activity": "InACall"}           joins a call; {} closes Teams
          groups           {"displayName": "Night shift", "members": ["ID"]}         adds a group
          reset                                                                      back to the start

        GET /_emulator/users and /_emulator/groups list who is there.
        """;

    private readonly NumberOption<int> _port = new("--port", 0, 65_535, 5080)
    {
        Description = "The loopback port to listen on; 0 takes any free one.",
    };

    private readonly NumberOption<int> _users = new("--users", 0, 1_000_000, 100)
    {
        Description = "How many users are made from the seed.",
    };

    private readonly Option<string[]> _named = new("--user")
    {
        Description = "Adds a user by display name, before the others. Can be given more than once.",
    };

    private readonly NumberOption<int> _seed = new("--seed", int.MinValue, int.MaxValue, 42)
    {
        Description = "What people, ids and states are made from.",
    };

    private readonly Option<bool> _live = new("--live")
    {
        Description = "Let people arrive, call, meet, present, have lunch and go home by themselves.",
    };

    private readonly NumberOption<double> _speed = new("--speed", 1, 3_600, 60)
    {
        Description = "How many seconds of theirs people live in a second; only with --live.",
    };

    private readonly NumberOption<int> _limit = new("--limit", 0, 10_000_000, 10_000)
    {
        Description = "How many presence requests an application may make in 30 seconds; 0 for any number.",
    };

    private readonly Option<bool> _noAuth = new("--no-auth")
    {
        Description = "Let calls without a token in, as the seeded application; /me is the first user.",
    };

    private readonly Option<bool> _quiet = new("--quiet")
    {
        Description = "Print the address of the Graph and nothing else.",
    };

    public EmulatorCommand(TextWriter output, TextWriter error)
        : base(Teaching)
    {
        Validators.Add(CheckUsers);
        Validators.Add(CheckSpeed);
        Option[] options = [_port, _users, _named, _seed, _live, _speed, _limit, _noAuth, _quiet];
        foreach (Option option in options)
        {
            Add(option);
        }
        SetAction((parsed, stop) =>
            new EmulatorRun(output, error, parsed.GetValue(_quiet)).RunAsync(it => Configure(it, parsed), stop));
    }

    private void Configure(PresenceEmulatorOptions options, ParseResult parsed)
    {
        options.Port = parsed.GetValue(_port);
        options.Users = parsed.GetValue(_users);
        options.Seed = parsed.GetValue(_seed);
        options.Live = parsed.GetValue(_live);
        options.LifeSpeed = parsed.GetValue(_speed);
        options.RequestLimit = parsed.GetValue(_limit) is > 0 and var limit ? limit : null;
        options.NoAuth = parsed.GetValue(_noAuth);
        foreach (string name in parsed.GetValue(_named) ?? [])
        {
            options.AddUser(name);
        }
    }

    private void CheckUsers(CommandResult result)
    {
        string[] names = result.GetValue(_named) ?? [];
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
            result.AddError("--users 0 takes a --user, since a tenant has at least one user.");
        }
    }

    private void CheckSpeed(CommandResult result)
    {
        if (_speed.Given(result) is not null && !result.GetValue(_live))
        {
            result.AddError("--speed only has an effect with --live. Add --live, or leave --speed out.");
        }
    }
}
