using System.CommandLine;

namespace PresenceClient.Emulator.Tool;

/// <summary>The command line: its options, what they may be, and what they set.</summary>
internal static class EmulatorCommand
{
    private const string Description = """
        Serves an emulated Microsoft Teams presence tenant (Microsoft Graph v1.0) on a loopback port, for tests and
        demos in any language: presence reads and writes, users, and a token endpoint. Nothing leaves this machine.

        Examples:
          presence-emulator --no-auth                        quick trials, without tokens
          presence-emulator --users 2000 --live              a lively organization
          presence-emulator --port 0 --seed 7                any free port, other people
        """;

    public static RootCommand Create(TextWriter output, TextWriter error)
    {
        Option<int> port = Number("--port", "The loopback port to listen on; 0 takes any free one.", 5080, 0, 65_535);
        Option<int> users = Number("--users", "How many users the tenant has.", 100, 1, 1_000_000);
        Option<int> seed = Number(
            "--seed", "What people, ids and states are made from.", 42, int.MinValue, int.MaxValue);
        var live = new Option<bool>("--live")
        {
            Description = "Let people join calls, present, go away and come back, some of them every second.",
        };
        var noAuth = new Option<bool>("--no-auth")
        {
            Description = "Let calls without a token in, as the seeded application; /me is the first user.",
        };

        var command = new RootCommand(Description) { port, users, seed, live, noAuth };
        command.SetAction((parsed, stop) => EmulatorRun.RunAsync(
            options =>
            {
                options.Port = parsed.GetValue(port);
                options.Users = parsed.GetValue(users);
                options.Seed = parsed.GetValue(seed);
                options.Live = parsed.GetValue(live);
                options.NoAuth = parsed.GetValue(noAuth);
            },
            output,
            error,
            stop));
        return command;
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            // What is no number at all, the parser itself refuses.
            if (int.TryParse(result.Tokens.SingleOrDefault()?.Value, out int value) && (value < least || value > most))
                result.AddError($"{name} must be from {least} to {most}, but is {value}.");
        });
        return option;
    }
}
