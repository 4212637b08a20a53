using System.Globalization;

namespace PresenceService.Load;

/// <summary>The numbers of requests, callers and streams, the time limit, and the seed of the random calls.</summary>
internal readonly record struct LoadOptions(int Requests, int Callers)
{
    private const int MostRequests = 1_000_000;
    private const int MostCallers = 5_000;
    private const int MostStreams = 2_000;

    public int Seed { get; init; } = 42;

    /// <summary>The streams of events that are open meanwhile.</summary>
    public int Streams { get; init; }

    /// <summary>Requests that are not answered by then are lost.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Reads <c>--requests N --callers M --streams S</c>, each with a default.</summary>
    public static bool TryRead(string[] args, out LoadOptions options, out string fault)
    {
        (int requests, int callers, int streams) = (10_000, 200, 0);
        (options, fault) = (default, "");
        for (int i = 0; i < args.Length && fault.Length == 0; i += 2)
        {
            string? value = args.ElementAtOrDefault(i + 1);
            fault = args[i] switch
            {
                "--requests" => Read("--requests", value, MostRequests, ref requests),
                "--callers" => Read("--callers", value, MostCallers, ref callers),
                "--streams" => Read("--streams", value, MostStreams, ref streams),
                _ => $"'{args[i]}' is not an option. The options are --requests N, --callers N and --streams N.",
            };
        }

        options = new LoadOptions(requests, callers) { Streams = streams };
        return fault.Length == 0;
    }

    private static string Read(string name, string? value, int most, ref int number)
    {
        bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int read);
        if (!isNumber || read < 1 || read > most)
        {
            return $"{name} takes a whole number from 1 to {most}, not '{value}'.";
        }

        number = read;
        return "";
    }
}
