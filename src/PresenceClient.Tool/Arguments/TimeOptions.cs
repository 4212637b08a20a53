using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary>Options for how long something lasts.</summary>
internal static class TimeOptions
{
    public static Option<TimeSpan?> For(string description) => new("--for")
    {
        Description = description,
        HelpName = "DURATION",
        CustomParser = result =>
        {
            string text = result.Tokens[^1].Value;
            if (DurationText.TryParse(text) is { } duration)
            {
                return duration;
            }

            result.AddError($"--for takes {DurationText.Rule}, not '{text}'.");
            return null;
        },
    };
}
