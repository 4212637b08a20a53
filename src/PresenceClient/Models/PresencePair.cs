using System.Runtime.CompilerServices;

namespace PresenceClient;

/// <summary>An availability and an activity, spelled as in requests.</summary>
internal readonly record struct PresencePair(string Availability, string Activity)
{
    public static PresencePair Of(
        SessionPresence presence, [CallerArgumentExpression(nameof(presence))] string? parameter = null) =>
        presence switch
        {
            SessionPresence.Available => new("Available", "Available"),
            SessionPresence.InACall => new("Busy", "InACall"),
            SessionPresence.InAConferenceCall => new("Busy", "InAConferenceCall"),
            SessionPresence.Away => new("Away", "Away"),
            SessionPresence.Presenting => new("DoNotDisturb", "Presenting"),
            _ => throw NotDefined(presence, parameter),
        };

    public static PresencePair Of(PreferredPresence presence) => presence switch
    {
        PreferredPresence.Available => new("Available", "Available"),
        PreferredPresence.Busy => new("Busy", "Busy"),
        PreferredPresence.DoNotDisturb => new("DoNotDisturb", "DoNotDisturb"),
        PreferredPresence.BeRightBack => new("BeRightBack", "BeRightBack"),
        PreferredPresence.Away => new("Away", "Away"),
        PreferredPresence.Offline => new("Offline", "OffWork"),
        _ => throw NotDefined(presence, nameof(presence)),
    };

    /// <summary>Creates a pair from texts, which are sent unchanged.</summary>
    public static PresencePair Of(string availability, string activity) =>
        new(Require(availability, nameof(availability)), Require(activity, nameof(activity)));

    private static ArgumentOutOfRangeException NotDefined<T>(T value, string? parameter) where T : struct, Enum =>
        new(parameter, value,
            $"{value} is not a {typeof(T).Name}. The values are {string.Join(", ", Enum.GetNames<T>())}. "
                + "To send another pair, use the overload that takes an availability and an activity.");

    private static string Require(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        return string.IsNullOrWhiteSpace(text)
            ? throw new ArgumentException(
                $"The {parameter} is blank. Use the spelling of the service, for example Busy.", parameter)
            : WellFormed.Require(text, parameter);
    }
}
