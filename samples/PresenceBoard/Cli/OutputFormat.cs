namespace PresenceBoard;

/// <summary>How presences are printed once.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
}
