namespace PresenceClient.Cli;

/// <summary>Reads a file of object ids and sign-in names, one on each line.</summary>
internal static class IdsFile
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    private const string Cure = "Write an object id or a sign-in name on each line";

    // More than a million ids. A device or an endless pipe ends here too.
    private const int MostMegabytes = 64;

    /// <summary>Reads the entries; blank lines and comments are skipped.</summary>
    /// <exception cref="CliException">The file cannot be read, is not text, or has no entry.</exception>
    public static async Task<IReadOnlyList<IdsEntry>> ReadAsync(
        string path, Func<Stream> openInput, CancellationToken stop)
    {
        string name = NameOf(path);
        if (Directory.Exists(path))
        {
            throw new CliException($"{name} is a directory. Give the name of a text file. {Cure} of it.");
        }

        try
        {
            await using Stream file = Open(path, openInput);
            List<IdsEntry> entries = Split(IdsText.Decode(await ReadBytesAsync(file, name, stop), name), name);
            return entries.Count > 0
                ? entries
                : throw new CliException($"{name} has no entries. {Cure}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{name} cannot be read: {e.Message}", e);
        }
    }

    private static Stream Open(string path, Func<Stream> openInput)
    {
        if (path == StandardInput)
        {
            return openInput();
        }

        return File.OpenRead(path);
    }

    private static string NameOf(string path) => path == StandardInput ? "standard input" : path;

    private static async Task<byte[]> ReadBytesAsync(Stream file, string name, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        byte[] chunk = new byte[64 * 1024];
        for (int read = -1; read != 0;)
        {
            read = await file.ReadAsync(chunk, stop);
            bytes.Write(chunk.AsSpan(0, read));
            if (bytes.Length > MostMegabytes * 1024 * 1024)
            {
                throw new CliException($"{name} is larger than {MostMegabytes} MB. {Cure}.");
            }
        }

        return bytes.ToArray();
    }

    private static List<IdsEntry> Split(string text, string name)
    {
        List<IdsEntry> entries = [];
        using var lines = new StringReader(text);
        for (int number = 1; lines.ReadLine() is { } line; number++)
        {
            // Files that were joined have a byte order mark in the middle.
            string trimmed = line.Trim().Trim('\uFEFF').Trim();
            if (trimmed.Length > 0 && trimmed[0] != '#')
            {
                entries.Add(new IdsEntry($"{name}, line {number}", trimmed));
            }
        }

        return entries;
    }
}
