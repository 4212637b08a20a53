namespace PresenceClient.TestSupport;

/// <summary>The files of the repository that a test reads.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PresenceClient.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No PresenceClient.sln above {AppContext.BaseDirectory}.");
    }
}
