namespace PresenceClient.Tool;

/// <summary>What the doctor found.</summary>
/// <param name="Organization">The name of the organization.</param>
/// <param name="Token">What the token says; null if it cannot be decoded.</param>
/// <param name="Findings">The operations; none if the token cannot be decoded.</param>
internal sealed record Diagnosis(string Organization, TokenFacts? Token, IReadOnlyList<Finding> Findings)
{
    /// <summary>The permissions to grant, each once.</summary>
    public IReadOnlyList<string> Missing { get; } =
        [.. Findings.Select(finding => finding.Grant).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public int ExitCode => Token is null ? Cli.ExitCode.Failure
        : Missing.Count > 0 ? ToolExitCode.AccessDenied
        : Cli.ExitCode.Success;
}
