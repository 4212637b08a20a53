namespace PresenceBoard;

/// <summary>The formats of a report.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
}
