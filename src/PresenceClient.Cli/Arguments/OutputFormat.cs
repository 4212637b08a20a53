namespace PresenceClient.Cli;

/// <summary>The formats of a report.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
}
