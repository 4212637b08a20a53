using System.Text.RegularExpressions;

namespace PresenceClient.Emulator.Tests.Claims;

/// <summary>One row of CLAIMS.md.</summary>
internal sealed record Claim(string What, string Status, string Source, string Option, string Test)
{
    /// <summary>The names of options, for example <c>NoAuth</c> or <c>EmulatorFault.Path</c>.</summary>
    public IEnumerable<string> Options => Code(Option);

    /// <summary>The names of tests, each with its class.</summary>
    public IEnumerable<string> Tests => Code(Test);

    /// <summary>The short names of sources, which stand in brackets.</summary>
    public IEnumerable<string> Sources => Regex.Matches(Source, @"\[([^\]]+)\]", RegexOptions.None)
        .Select(match => match.Groups[1].Value);

    public override string ToString() => What;

    private static IEnumerable<string> Code(string cell) => Regex.Matches(cell, "`([^`]+)`", RegexOptions.None)
        .Select(match => match.Groups[1].Value);
}
