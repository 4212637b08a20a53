using System.CommandLine;
using System.Globalization;

namespace PresenceClient.Redis.Trial;

/// <summary>The command line.</summary>
internal sealed class TrialCommand : RootCommand
{
    private const string Teaching = """
        Runs hosts that share a watch through Redis, each a process, against one emulated tenant with simulated
        activity. It kills the leader, pauses a host, cuts Redis off for 20 seconds, and compares every reader with the
        tenant's history. The exit code is 0 only if no change is lost, invented or out of order, the pace is kept, and
        the hosts together send less than 1.2 times the requests of one host.

        Example: --hosts 3 --users 20000 --minutes 3 --seed 1
        """;

    public TrialCommand(TextWriter output)
        : base(Teaching)
    {
        Option<int> hosts = Number("--hosts", "The number of hosts.", 3, 2, 20);
        Option<int> users = Number("--users", "The number of users.", 20_000, 10, 200_000);
        Option<int> minutes = Number("--minutes", "How long it runs.", 3, 1, 1_000);
        Option<int> seed = Number("--seed", "The seed of the tenant.", 1, 0, int.MaxValue);
        var redis = new Option<string?>("--redis")
        {
            Description = "The address of a Redis server, for example 127.0.0.1:6379. Without it, Garnet runs in a "
                + "process of its own.",
        };
        Array.ForEach<Option>([hosts, users, minutes, seed, redis], Add);
        SetAction((parsed, stop) => new TrialRun(output, new TrialOptions(
            parsed.GetValue(hosts),
            parsed.GetValue(users),
            TimeSpan.FromMinutes(parsed.GetValue(minutes)),
            parsed.GetValue(seed),
            parsed.GetValue(redis))).RunAsync(stop));
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
                || value < least || value > most)
            {
                result.AddError($"{name} '{text}' is not valid. It must be a whole number from {least} to {most}.");
            }

            return value;
        },
    };
}
