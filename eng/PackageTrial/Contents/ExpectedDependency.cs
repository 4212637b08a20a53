namespace PackageTrial.Contents;

/// <summary>A dependency, and why it has this lowest version.</summary>
internal sealed record ExpectedDependency(string Id, string Lowest, string Reason);
