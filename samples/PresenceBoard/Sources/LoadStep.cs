namespace PresenceBoard;

/// <summary>How far a part of the loading has come.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Total">How many there are; null while nobody knows.</param>
internal readonly record struct LoadStep(string Part, int Done, int? Total)
{
    public const string People = "Finding people";
    public const string Presences = "Reading presences";
}
