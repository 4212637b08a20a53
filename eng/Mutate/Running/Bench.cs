namespace Mutate.Running;

/// <summary>A copy of the tests with the mutated assembly in place of the original.</summary>
/// <param name="Folder">The folder with the copy.</param>
/// <param name="TestAssembly">The test assembly in it.</param>
/// <param name="MutatedAssembly">The mutated assembly in it.</param>
/// <param name="Mutants">The number of mutants, dropped ones included.</param>
/// <param name="Namespaces">The namespaces of the tests to run.</param>
internal sealed record Bench(
    string Folder, string TestAssembly, string MutatedAssembly, int Mutants, IReadOnlyList<string> Namespaces)
{
    /// <summary>Copies a folder with built tests, and this program, which is their runner.</summary>
    public static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        string program = typeof(Bench).Assembly.Location;
        File.Copy(program, Path.Combine(to, Path.GetFileName(program)), overwrite: true);
    }
}
