using System.CommandLine;
using System.CommandLine.Parsing;
using PresenceClient.Soak.Watching;
using PresenceClient.Soak.Wire;

namespace PresenceClient.Soak;

/// <summary>The command line: one flag selects the mode, the other options belong to one of the modes.</summary>
internal sealed class SoakCommand : RootCommand
{
    private const string Teaching = """
        Drives the client through everything that can go wrong, and counts what must never happen. The exit code is 0
        only if every such figure is 0.

        Examples:
          --wire --seconds 60 --seed 1
              Hostile answers and slow or failing sign-ins over TCP, TLS and HTTP/2, in real time.
          --watch --users 10000 --readers 20 --hours 8 --seed 1
              A presence watch against the emulator with simulated life and faults, in emulated hours on a fake clock.
              Every reader is compared with the history of the tenant.
        """;

    private readonly Option<bool> _wire = new("--wire")
    {
        Description = "Runs the client against a server that breaks HTTP in every way.",
    };

    private readonly Option<bool> _watch = new("--watch")
    {
        Description = "Runs a presence watch against the emulator.",
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "The seed of all random choices.",
        DefaultValueFactory = static _ => 1,
    };

    private readonly Option<int> _seconds = Number("--seconds", "--wire: how long calls are made, in seconds", 60);

    private readonly Option<string[]> _clients = new("--client")
    {
        Description = "--wire: runs only the clients with these names, to find the cause of a fault.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> _users = Number("--users", "--watch: the users of the tenant", 10_000);

    private readonly Option<int> _readers = Number("--readers", "--watch: the readers of the watch", 20);

    private readonly Option<int> _hours = Number("--hours", "--watch: how long the watch runs, in emulated hours", 8);

    public SoakCommand(TextWriter output)
        : base(Teaching)
    {
        CheckRange(_seconds, 1, 86_400);
        CheckRange(_users, 100, 200_000);
        CheckRange(_readers, 1, 500);
        CheckRange(_hours, 1, 1_000);
        Validators.Add(CheckMode);
        Option[] options = [_wire, _seconds, _clients, _watch, _users, _readers, _hours, _seed];
        foreach (Option option in options)
        {
            Add(option);
        }

        SetAction((parsed, stop) => parsed.GetValue(_watch)
            ? new WatchRun(output, new WatchOptions(
                parsed.GetValue(_users),
                parsed.GetValue(_readers),
                parsed.GetValue(_hours),
                parsed.GetValue(_seed))).RunAsync(stop)
            : new WireRun(output, new WireOptions(
                TimeSpan.FromSeconds(parsed.GetValue(_seconds)),
                parsed.GetValue(_seed),
                parsed.GetValue(_clients) ?? [])).RunAsync(stop));
    }

    private static Option<int> Number(string name, string description, int usual) => new(name)
    {
        Description = description + ".",
        DefaultValueFactory = _ => usual,
    };

    private static void CheckRange(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (int.TryParse(result.Tokens.SingleOrDefault()?.Value, out int value) && (value < least || value > most))
        {
            result.AddError($"{option.Name} {value} is out of range. Use {least} to {most}.");
        }
    });

    private void CheckMode(CommandResult result)
    {
        bool isWire = result.GetValue(_wire);
        if (isWire == result.GetValue(_watch))
        {
            result.AddError(isWire
                ? "--wire and --watch are both set. A run has one mode. Use one of them."
                : "The mode is missing. A run has one mode. Use --wire or --watch.");
            return;
        }

        Option[] others = isWire ? [_users, _readers, _hours] : [_seconds, _clients];
        foreach (Option option in others.Where(option => result.GetResult(option) is { Implicit: false }))
        {
            string mode = isWire ? "--watch" : "--wire";
            result.AddError($"{option.Name} has no effect here. It belongs to {mode}. Remove it, or use {mode}.");
        }
    }
}
