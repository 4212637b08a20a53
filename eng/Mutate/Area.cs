namespace Mutate;

/// <summary>A folder of the client, and the tests that must notice a change in it.</summary>
/// <param name="Folder">The folder below <c>src/PresenceClient</c>; subfolders are areas of their own.</param>
/// <param name="Tests">The namespaces below <c>PresenceClient.Tests</c>.</param>
internal sealed record Area(string Folder, params string[] Tests)
{
    /// <summary>All folders with handwritten code.</summary>
    public static IReadOnlyList<Area> All { get; } =
    [
        new(".", "Http", "Presences", "Users", "DependencyInjection"),
        new("DependencyInjection", "DependencyInjection", "Users"),
        new("Diagnostics", "Diagnostics", "Http"),
        new("Http/Errors", "Http", "Users", "Presences", "Security", "Diagnostics"),
        new("Http/Kiota", "Http", "Users", "Presences", "Subscriptions"),
        new("Http/Operations", "Http", "Users", "Presences", "Subscriptions", "Surface"),
        new("Http/Pipeline", "Http", "Security", "Diagnostics", "Presences", "Users.Holding"),
        new("Models", "Models", "Serialization", "Presences", "Users", "Subscriptions"),
        new("Options", "Http", "DependencyInjection", "Presences", "Models", "Users"),
        new("Presences", "Presences", "Users", "Http"),
        new("Presences/Loading", "Presences", "Users", "Diagnostics"),
        new("Presences/Reading", "Presences", "Users", "Diagnostics"),
        new("Presences/Watching", "Presences", "Users", "Diagnostics", "DependencyInjection"),
        new("Presences/Writing", "Presences", "Users"),
        new("Serialization", "Serialization", "Models", "Presences", "Users", "Http", "Subscriptions"),
        new("Subscriptions", "Subscriptions", "Users"),
        new("Users", "Users", "Http"),
        new("Users/Commands", "Users", "Http"),
        new("Users/Holding", "Users", "Diagnostics"),
        new("Users/Resolving", "Users", "Http"),
    ];

    /// <summary>The name of the area's files below <c>artifacts</c>.</summary>
    public string FileName => Folder == "." ? "root" : Folder.Replace('/', '.');

    /// <summary>Whether a file, below the project, belongs to the area.</summary>
    public bool Contains(string file) => (Path.GetDirectoryName(file)!.Replace('\\', '/') is { Length: > 0 } folder
        ? folder : ".") == Folder;
}
