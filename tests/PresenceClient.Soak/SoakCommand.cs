using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PresenceClient.Soak.Holding;
using PresenceClient.Soak.Notifying;
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
          --hold --users 2000 --hours 8 --seed 1
              A presence keeper and holds against the emulator, in emulated hours on a fake clock, with faults, outages,
              crashes and restarts. At checks the tenant must show what was declared, and at the end nobody in a call.
          --notifications --users 1300 --hours 4 --seed 1
              A watch that change notifications feed, in emulated hours on a fake clock, with lost, late, doubled,
              damaged and silent notifications. The tenant is asked in every second.
        """;

    private readonly Option<bool> _wire = new("--wire")
    {
        Description = "Runs the client against a server that breaks HTTP in every way.",
    };

    private readonly Option<bool> _watch = new("--watch")
    {
        Description = "Runs a presence watch against the emulator.",
    };

    private readonly Option<bool> _hold = new("--hold")
    {
        Description = "Runs a presence keeper and holds against the emulator.",
    };

    private readonly Option<bool> _notifications = new("--notifications")
    {
        Description = "Runs a watch that change notifications feed.",
    };

    private readonly Option<int> _seconds =
        Number("--seconds", "--wire: how long calls are made, in seconds.", 60, 1, 86_400);

    private readonly Option<string[]> _clients = new("--client")
    {
        Description = "--wire: runs only the clients with these names, to find the cause of a fault.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> _users =
        Number("--users", "--watch, --hold, --notifications: the users of the tenant.", 10_000, 100, 200_000);

    private readonly Option<int> _readers =
        Number("--readers", "--watch: the readers of the watch.", 20, 1, 500);

    private readonly Option<int> _hours =
        Number("--hours", "--watch, --hold, --notifications: how long it runs, in emulated hours.", 8, 1, 1_000);

    private readonly Option<int> _seed =
        Number("--seed", "The seed of all random choices.", 1, int.MinValue, int.MaxValue);

    public SoakCommand(TextWriter output)
        : base(Teaching)
    {
        Validators.Add(CheckMode);
        Option[] options = [_wire, _seconds, _clients, _watch, _hold, _notifications, _users, _readers, _hours, _seed];
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
            : parsed.GetValue(_notifications)
            ? new NotifyingRun(output, new NotifyingOptions(
                parsed.GetValue(_users), parsed.GetValue(_hours), parsed.GetValue(_seed))).RunAsync(stop)
            : parsed.GetValue(_hold)
            ? new HoldingRun(output, new HoldingOptions(
                parsed.GetValue(_users), parsed.GetValue(_hours), parsed.GetValue(_seed))).RunAsync(stop)
            : new WireRun(output, new WireOptions(
                TimeSpan.FromSeconds(parsed.GetValue(_seconds)),
                parsed.GetValue(_seed),
                parsed.GetValue(_clients) ?? [])).RunAsync(stop));
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
                || value < least || value > most)
            {
                result.AddError($"{name} '{text}' is not valid. It must be a whole number from {least} to {most}.");
            }

            return value;
        },
    };

    private void CheckMode(CommandResult result)
    {
        Option<bool>[] modes = [.. new[] { _wire, _watch, _hold, _notifications }.Where(mode => result.GetValue(mode))];
        if (modes is not [Option<bool> mode])
        {
            string names = string.Join(" and ", modes.Select(static mode => mode.Name));
            result.AddError(modes.Length > 0
                ? $"{names} are set together. A run has one mode. Use one of them."
                : "The mode is missing. A run has one mode. Use --wire, --watch, --hold or --notifications.");
            return;
        }

        (Option Option, Option<bool>[] Modes)[] owners =
        [
            (_seconds, [_wire]), (_clients, [_wire]), (_readers, [_watch]),
            (_users, [_watch, _hold, _notifications]), (_hours, [_watch, _hold, _notifications]),
        ];
        foreach ((Option option, Option<bool>[] owning) in owners)
        {
            if (!owning.Contains(mode) && result.GetResult(option) is { Implicit: false })
            {
                string names = string.Join(" or ", owning.Select(static owner => owner.Name));
                result.AddError($"{option.Name} has no effect here. It belongs to {names}. Remove it, or use {names}.");
            }
        }
    }
}
