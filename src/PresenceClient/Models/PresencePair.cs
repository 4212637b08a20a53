using System.Runtime.CompilerServices;

namespace PresenceClient;

/// <summary>An availability and an activity as they are written on the wire.</summary>
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

    /// <summary>Any pair, as it is given.</summary>
    public static PresencePair Of(string availability, string activity) =>
        new(Require(availability, nameof(availability)), Require(activity, nameof(activity)));

    private static ArgumentOutOfRangeException NotDefined<T>(T value, string? parameter) where T : struct, Enum =>
        new(parameter, value, $"This is no {typeof(T).Name}; the values are {string.Join(", ", Enum.GetNames<T>())}. " +
            "The overload that takes an availability and an activity sends any pair.");

    private static string Require(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        return string.IsNullOrWhiteSpace(text)
            ? throw new ArgumentException(
                $"The {parameter} is blank. Give it as the service spells it, for example Busy.", parameter)
            : WellFormed.Require(text, parameter);
    }
}
