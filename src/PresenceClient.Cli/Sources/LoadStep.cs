namespace PresenceClient.Cli;

/// <summary>The progress of one part of loading.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Total">How many there are; null while that is unknown.</param>
internal readonly record struct LoadStep(string Part, int Done, int? Total)
{
    public const string People = "Finding people";
    public const string Presences = "Reading presences";
}
