using System.Globalization;

namespace PresenceService.Load;

/// <summary>How many requests from how many callers, within which time; the seed says which.</summary>
internal readonly record struct LoadOptions(int Requests, int Callers)
{
    private const int MostRequests = 1_000_000;
    private const int MostCallers = 5_000;

    public int Seed { get; init; } = 42;

    /// <summary>What is not answered by then is lost.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    public static bool TryRead(string[] args, out LoadOptions options, out string fault)
    {
        fault = "";
        options = default;
        if (Number(args, "--load", 10_000, MostRequests) is not { } requests)
            fault = $"--load takes how many requests: 1 to {MostRequests}.";
        else if (Number(args, "--callers", 200, MostCallers) is not { } callers)
            fault = $"--callers takes how many call at once: 1 to {MostCallers}.";
        else
            options = new LoadOptions(requests, callers);
        return fault.Length == 0;
    }

    private static int? Number(string[] args, string name, int usual, int most)
    {
        int place = Array.IndexOf(args, name);
        if (place < 0)
            return usual;
        return int.TryParse(args.ElementAtOrDefault(place + 1), NumberStyles.None, CultureInfo.InvariantCulture,
            out int number) && number >= 1 && number <= most ? number : null;
    }
}
