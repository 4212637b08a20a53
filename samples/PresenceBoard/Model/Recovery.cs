namespace PresenceBoard;

/// <summary>The end of trouble.</summary>
/// <param name="Since">When the first read failed.</param>
/// <param name="Until">When reads succeeded again.</param>
internal sealed record Recovery(DateTimeOffset Since, DateTimeOffset Until);
