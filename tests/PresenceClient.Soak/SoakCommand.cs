using System.CommandLine;
using System.CommandLine.Parsing;
using PresenceClient.Soak.Wire;

namespace PresenceClient.Soak;

/// <summary>The command line: one flag names the mode, the other options say how long and from which seed.</summary>
internal sealed class SoakCommand : RootCommand
{
    private const string Teaching = """
        Drives the client through everything that can go wrong, for as long as you like, and counts what should never
        happen. The exit code is 0 only if every such figure is 0.

        Examples:
          --wire --seconds 60 --seed 1     hostile answers and slow or failing sign-ins, over TCP, TLS and HTTP/2
        """;

    private readonly Option<bool> _wire = new("--wire")
    {
        Description = "The client against a server that breaks HTTP in every way it can.",
    };

    private readonly Option<int> _seconds = new("--seconds")
    {
        Description = "How long calls are made, from 1 to 86,400 seconds.",
        DefaultValueFactory = static _ => 60,
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "What every answer, sign-in and call is drawn from.",
        DefaultValueFactory = static _ => 1,
    };

    private readonly Option<string[]> _clients = new("--client")
    {
        Description = "Only the clients of these names; for the search of a fault.",
        AllowMultipleArgumentsPerToken = true,
    };

    public SoakCommand(TextWriter output)
        : base(Teaching)
    {
        _seconds.Validators.Add(CheckSeconds);
        Validators.Add(CheckMode);
        Option[] options = [_wire, _seconds, _seed, _clients];
        foreach (Option option in options)
        {
            Add(option);
        }

        SetAction((parsed, stop) => new WireRun(output, new WireOptions(
            TimeSpan.FromSeconds(parsed.GetValue(_seconds)),
            parsed.GetValue(_seed),
            parsed.GetValue(_clients) ?? [])).RunAsync(stop));
    }

    private static void CheckSeconds(OptionResult result)
    {
        if (int.TryParse(result.Tokens.SingleOrDefault()?.Value, out int seconds) && seconds is < 1 or > 86_400)
        {
            result.AddError($"--seconds {seconds} is out of range. Give a number from 1 to 86400.");
        }
    }

    private void CheckMode(CommandResult result)
    {
        if (!result.GetValue(_wire))
        {
            result.AddError("No mode is given. Name what to drive: --wire.");
        }
    }
}
