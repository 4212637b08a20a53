namespace PresenceClient.Tests.Docs;

/// <summary>A C# block of a page.</summary>
/// <param name="Place">The page, and the number of the block in it.</param>
/// <param name="Code">The code.</param>
internal sealed record CodeBlock(string Place, string Code)
{
    /// <summary>Whether the page marks the block as an example that a test runs.</summary>
    public bool IsRun { get; init; }

    /// <summary>Whether the block needs Microsoft.Graph, so that only the tests with that library compile it.</summary>
    public bool NeedsMicrosoftGraph { get; init; }

    /// <summary>Whether the next C# block of the page replaces this one.</summary>
    public bool IsBefore { get; init; }

    /// <summary>Whether the example runs until it is cancelled.</summary>
    public bool IsEndless { get; init; }

    /// <summary>The statements of the marker, which run before the example.</summary>
    public string Setup { get; init; } = "";

    /// <summary>The lines that the page shows as the output, or null if it shows none.</summary>
    public IReadOnlyList<string>? Output { get; init; }
}
