namespace PresenceClient.Emulator.Life;

/// <summary>The texts of status messages and automatic replies.</summary>
internal static class Phrases
{
    public static readonly string[] StatusMessages =
    [
        "Focus time until lunch", "Working from home today", "At the customer's, call my mobile",
        "Release week, please send a message first", "Back at 15:00", "In training all day", "Heads down on the budget",
        "Travelling, slow to answer", "Ask the team channel", "Zurück um 14 Uhr", "De retour demain",
    ];

    public static readonly string[] OutOfOfficeReplies =
    [
        "I am on leave and will answer when I am back.", "On parental leave; please write to my team.",
        "Away at a conference this week.", "Public holiday here. For urgent matters call the service desk.",
    ];
}
