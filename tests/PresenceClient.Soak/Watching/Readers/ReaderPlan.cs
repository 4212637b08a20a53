namespace PresenceClient.Soak.Watching.Readers;

/// <summary>What a reader reads, and how.</summary>
/// <param name="Name">The name, for reports.</param>
/// <param name="ReadsSweeps">Whether it reads sweeps, instead of changes.</param>
/// <param name="IsSlow">Whether it pauses between the changes.</param>
/// <param name="Stops">Whether it stops now and then, and returns.</param>
internal sealed record ReaderPlan(string Name, bool ReadsSweeps, bool IsSlow, bool Stops)
{
    private static readonly (string Name, bool ReadsSweeps, bool IsSlow, bool Stops)[] Kinds =
    [
        ("changes, fast", false, false, false),
        ("sweeps, fast", true, false, false),
        ("changes, slow", false, true, false),
        ("sweeps, slow", true, true, false),
        ("changes, stops", false, false, true),
        ("sweeps, stops", true, false, true),
        ("changes, slow, stops", false, true, true),
        ("sweeps, slow, stops", true, true, true),
    ];

    /// <summary>The plan of a reader: the kinds take turns.</summary>
    public static ReaderPlan Of(int reader)
    {
        (string name, bool readsSweeps, bool isSlow, bool stops) = Kinds[reader % Kinds.Length];
        return new ReaderPlan($"reader {reader} ({name})", readsSweeps, isSlow, stops);
    }
}
