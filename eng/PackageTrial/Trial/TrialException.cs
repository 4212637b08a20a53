using System.Diagnostics.CodeAnalysis;

namespace PackageTrial.Trial;

/// <summary>A package does not work for a consumer.</summary>
[SuppressMessage(
    "Design", "CA1032", Justification = "Only this program throws it, always with a message.")]
internal sealed class TrialException(string message) : Exception(message);
