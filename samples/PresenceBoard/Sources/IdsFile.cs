namespace PresenceBoard;

/// <summary>Reads ids and sign-in names, one to a line.</summary>
internal static class IdsFile
{
    private const string StandardInput = "-";

    public static async Task<IReadOnlyList<string>> ReadAsync(string path, TextReader input, CancellationToken stop)
    {
        try
        {
            string text = path == StandardInput
                ? await input.ReadToEndAsync(stop)
                : await File.ReadAllTextAsync(path, stop);
            return [.. text.Split('\n', StringSplitOptions.TrimEntries).Where(IsName)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BoardException($"--ids: {path} cannot be read: {e.Message}", e);
        }
    }

    // Not what follows a # within a line: the sign-in names of guests have #EXT# in them.
    private static bool IsName(string line) => line.Length > 0 && line[0] != '#';
}
